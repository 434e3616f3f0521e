import { Form } from '@remix-run/react'
import { type ReactNode, useRef } from 'react'
import { useT } from '~/i18n/messages.ts'
import { pieces } from '~/i18n/pieces.ts'
import { Button, SubmitButton } from './button.tsx'
import { Checkbox } from './choice.tsx'
import { Icon, type IconName } from './icon.tsx'

type ConfirmFormProps = {
  /** the act, on the button that opens the question */
  label: ReactNode
  icon?: IconName
  /** what will happen, and whether it can be undone */
  question: ReactNode
  /** the act again, on the button that does it */
  confirmLabel: ReactNode
  /** it cannot be undone: she ticks that she knows, and this is what she ticks */
  acknowledgement?: string
  action?: string
  intent: string
  /** hidden values sent along */
  values?: Readonly<Record<string, string>>
}

/** A destructive act in two steps. The question opens in its place, with a script and without. */
export function ConfirmForm(props: ConfirmFormProps) {
  const { label, icon, question, confirmLabel, acknowledgement, action, intent, values = {} } = props
  const t = useT(pieces)
  const details = useRef<HTMLDetailsElement>(null)
  return (
    <details className="confirm" ref={details}>
      <summary className="button" data-kind="danger">
        {icon && <Icon name={icon} />}
        {label}
      </summary>
      <Form method="post" action={action} preventScrollReset>
        <p>{question}</p>
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {acknowledgement && <Checkbox name="acknowledged" value="yes" required label={acknowledgement} />}
        <div className="button-row">
          <SubmitButton kind="irreversible" intent={intent}>
            {confirmLabel}
          </SubmitButton>
          <span className="scripted">
            <Button kind="quiet" onClick={() => details.current?.removeAttribute('open')}>
              {t('cancel')}
            </Button>
          </span>
        </div>
      </Form>
    </details>
  )
}
