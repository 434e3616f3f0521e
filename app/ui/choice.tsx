import { type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { FieldError } from './field.tsx'

type ChoiceProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'type'> & {
  label: ReactNode
  help?: ReactNode
}

/** One yes or no. */
export function Checkbox(props: ChoiceProps) {
  return <Choice {...props} type="checkbox" />
}

function Choice({ label, help, type, ...input }: ChoiceProps & { type: 'checkbox' | 'radio' }) {
  return (
    <label className="choice">
      <input {...input} type={type} />
      <span>
        {label}
        {help && <span className="choice-help">{help}</span>}
      </span>
    </label>
  )
}

export type Option = { readonly value: string; readonly label: ReactNode; readonly help?: ReactNode }

type GroupProps = {
  name: string
  legend: ReactNode
  options: readonly Option[]
  help?: ReactNode
  error?: string
  /** short options stand side by side */
  isInline?: boolean
}

export function RadioGroup({ chosen, ...group }: GroupProps & { chosen?: string }) {
  return <ChoiceGroup {...group} type="radio" isChosen={(value) => value === chosen} />
}

export function CheckboxGroup({ chosen = [], ...group }: GroupProps & { chosen?: readonly string[] }) {
  return <ChoiceGroup {...group} type="checkbox" isChosen={(value) => chosen.includes(value)} />
}

type ChoiceGroupProps = GroupProps & { type: 'checkbox' | 'radio'; isChosen: (value: string) => boolean }

function ChoiceGroup({ name, legend, options, help, error, isInline, type, isChosen }: ChoiceGroupProps) {
  const id = useId()
  const describedBy = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset className="choice-group" data-inline={isInline || undefined} aria-describedby={describedBy}>
      <legend>{legend}</legend>
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div className="choices">
        {options.map((option) => (
          <Choice
            key={option.value}
            type={type}
            name={name}
            value={option.value}
            label={option.label}
            help={option.help}
            defaultChecked={isChosen(option.value)}
          />
        ))}
      </div>
    </fieldset>
  )
}
