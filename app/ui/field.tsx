import type { TextareaHTMLAttributes } from 'react'
import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId, useState } from 'react'
import { useT } from '~/i18n/messages.ts'
import { pieces } from '~/i18n/pieces.ts'
import { Icon } from './icon.tsx'

type FieldProps = {
  name: string
  label: ReactNode
  help?: ReactNode
  /** a sentence, already in words: see `useFieldErrors` */
  error?: string
  /** most fields are required; the others say so */
  isOptional?: boolean
}
type Native<Attributes> = Omit<Attributes, 'className' | 'name' | 'id'> & FieldProps & { id?: string }

export function Field(props: Native<InputHTMLAttributes<HTMLInputElement>>) {
  const { frame, control } = useFieldParts(props)
  return (
    <FieldFrame {...frame}>
      {control.type === 'password' ? (
        <SecretInput {...control} />
      ) : (
        <input type="text" {...control} className="input" />
      )}
    </FieldFrame>
  )
}

export function TextAreaField(props: Native<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const { frame, control } = useFieldParts(props)
  return (
    <FieldFrame {...frame}>
      <textarea rows={4} {...control} className="input" />
    </FieldFrame>
  )
}

/** `children` are the `<option>`s. */
export function SelectField(props: Native<SelectHTMLAttributes<HTMLSelectElement>>) {
  const { frame, control } = useFieldParts(props)
  return (
    <FieldFrame {...frame}>
      <select {...control} className="input" />
    </FieldFrame>
  )
}

/** Divides a field's props between its frame and its control, and ties label, help and error to the control. */
function useFieldParts<Props extends FieldProps & { id?: string }>(props: Props) {
  const { label, help, error, isOptional, ...control } = props
  const generated = useId()
  const id = props.id ?? `${props.name}${generated}`
  const helpId = help ? `${id}-help` : undefined
  const errorId = error ? `${id}-error` : undefined
  return {
    frame: { id, label, help, error, isOptional },
    control: {
      ...control,
      id,
      'aria-describedby': [errorId, helpId].filter(Boolean).join(' ') || undefined,
      'aria-invalid': error ? true : undefined,
    },
  }
}

type FrameProps = Omit<FieldProps, 'name'> & { id: string; children: ReactNode }

function FieldFrame({ id, label, help, error, isOptional = false, children }: FrameProps) {
  const t = useT(pieces)
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {isOptional && <span className="field-optional">{t('optional')}</span>}
      </label>
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children}
    </div>
  )
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="field-error" id={id}>
      <Icon name="stop" />
      {children}
    </p>
  )
}

/** A password may be shown: people type it on small keys, alone in a room. Without a script it is an ordinary field. */
function SecretInput(props: InputHTMLAttributes<HTMLInputElement>) {
  const t = useT(pieces)
  const [isShown, setIsShown] = useState(false)
  return (
    <div className="input-secret">
      <input {...props} type={isShown ? 'text' : 'password'} className="input" />
      <button type="button" className="scripted" aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
        {t(isShown ? 'secret.hide' : 'secret.show')}
      </button>
    </div>
  )
}
