import { Children, type FunctionComponent, isValidElement, type ReactElement, type ReactNode } from 'react'
import { Both } from './both.tsx'
import { useDesk } from './desk.tsx'
import { IslandEnd } from './island-end.tsx'

type CheckProps = { id: string; question: string; optional?: boolean; children?: ReactNode }
type OptionProps = { right?: boolean; children?: ReactNode }
type WhyProps = { children?: ReactNode }

/**
 * A self-check is a plain form: it is answered with JavaScript off, too. Which options are right, and why, goes to the desk,
 * never into the HTML. An option's name is made of its text, so that another order means the same.
 */
export function Check({ id, question, optional = false, children }: CheckProps) {
  const desk = useDesk()
  const options = elementsOf(children, Option).map(({ props }) => {
    const text = spokenText(props.children)
    return { id: desk.optionId(text), text, right: props.right === true, shown: props.children }
  })
  const multiple = options.filter((option) => option.right).length > 1
  desk.islands.push({ kind: 'check', id, question, multiple, optional })
  desk.checks.push({
    id,
    multiple,
    optional,
    options: options.map(({ id, text, right }) => ({ id, text, right })),
    why: elementsOf(children, Why)[0]?.props.children,
  })
  return (
    <>
      <form method="post" className="check" id={id} data-check={id}>
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="check" value={id} />
        <fieldset>
          <legend>
            <span className="check-kind">
              <Both text={multiple ? 'check.multiple' : 'check.single'} />
              {optional && <Both text="check.optional" />}
            </span>
            <span className="check-question">{question}</span>
          </legend>
          {options.map((option, index) => (
            <label key={option.id} className="check-option">
              <input type={multiple ? 'checkbox' : 'radio'} name="pick" value={option.id} required={!multiple} />
              <span className="check-letter" aria-hidden="true">
                {String.fromCharCode(65 + index)}
              </span>
              <span className="check-text">{option.shown}</span>
            </label>
          ))}
        </fieldset>
        <button type="submit" className="button check-submit" data-kind="plain">
          <Both text="check.submit" />
        </button>
      </form>
      <IslandEnd />
    </>
  )
}

/** Rendered by its check. */
export function Option(_props: OptionProps): ReactElement | null {
  return null
}

/** Shown after answering: see `Desk.checks`. */
export function Why(_props: WhyProps): ReactElement | null {
  return null
}

function elementsOf<Props>(children: ReactNode, kind: FunctionComponent<Props>): ReadonlyArray<ReactElement<Props>> {
  return Children.toArray(children).flatMap((child) => (isOf(child, kind) ? [child] : []))
}

function isOf<Props>(child: ReactNode, kind: FunctionComponent<Props>): child is ReactElement<Props> {
  return isValidElement(child) && child.type === kind
}

/** The words of a node: what an option says, without its markup. */
function spokenText(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node)
  if (Array.isArray(node)) return node.map(spokenText).join('')
  return isValidElement<{ children?: ReactNode }>(node) ? spokenText(node.props.children) : ''
}
