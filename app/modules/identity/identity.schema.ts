import { z } from 'zod'
import { locales } from '~/i18n/locale.ts'
import { roles, themes } from './actor.ts'
import { organisationKinds } from './organisation-tree.ts'
import { cleanName, cleanPhone, cleanUsername } from './person-fields.ts'

/* What the forms about people may send. A message is an error code; `i18n/fields.ts` has its sentence. */
const longestText = 200

/** A text in one spelling, or the code of what is wrong with it. */
function cleaned(clean: (text: string) => string | null, code: string) {
  return z
    .string()
    .max(longestText, 'tooLong')
    .transform((text, context) => {
      const value = text.trim() === '' ? null : clean(text)
      if (value !== null) return value
      context.addIssue({ code: 'custom', message: text.trim() === '' ? 'required' : code })
      return z.NEVER
    })
}

const name = cleaned(cleanName, 'nameInvalid')
const username = cleaned(cleanUsername, 'usernameInvalid')
const phone = cleaned(cleanPhone, 'phoneInvalid')
/** An empty field is no phone. */
const phoneIfAny = z
  .literal('')
  .transform(() => null)
  .or(phone)
const title = z.string().trim().min(1, 'required').max(60, 'tooLong')
const id = z.string().min(1, 'required').max(128)
const ticked = z
  .literal('yes')
  .optional()
  .transform((value) => value !== undefined)
/** Its rules are judged by the use case, which knows whose password it is. */
const password = z.string().min(1, 'required').max(1_000, 'passwordTooLong')

export const SignInForm = z.strictObject({
  username: z.string().trim().min(1, 'required').max(longestText, 'tooLong'),
  password,
  shared: ticked,
  next: z.string().optional(),
})

export const CodeForm = z.strictObject({
  code: z.string().trim().min(1, 'required').max(40, 'codeInvalid'),
  password,
  shared: ticked,
})

export const SetupForm = z.strictObject({
  organisation: title,
  kind: z.enum(organisationKinds),
  name,
  username,
  phone: phoneIfAny,
  password,
})

export const LocaleForm = z.strictObject({ locale: z.enum(locales), next: z.string().optional() })

export const ProfileForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('name'), name }),
  z.strictObject({
    intent: z.literal('reading'),
    locale: z.enum(locales),
    theme: z.enum(themes),
    largePrint: ticked,
  }),
  z.strictObject({ intent: z.literal('theme'), theme: z.enum(themes), next: z.string().optional() }),
  z.strictObject({ intent: z.literal('password'), currentPassword: password, newPassword: password }),
  z.strictObject({ intent: z.literal('endSession'), sessionId: id }),
  z.strictObject({ intent: z.literal('endOthers') }),
])

/** Who somebody is. */
export const NewPerson = z.strictObject({
  name,
  username,
  phone: phoneIfAny,
  organisationId: z.string().min(1, 'organisationMissing').max(128),
})

const manyRoles = z
  .union([z.enum(roles).transform((role) => [role]), z.array(z.enum(roles))])
  .optional()
  .transform((list) => list ?? [])

const list = {
  text: z.string().trim().min(1, 'required').max(60_000, 'tooLong'),
  defaultOrganisationId: z
    .string()
    .max(128)
    .transform((value) => (value === '' ? null : value)),
  role: z.enum(roles),
}

/** An administrator adds people. */
export const NewPeopleForm = z.discriminatedUnion('intent', [
  NewPerson.extend({ intent: z.literal('create'), roles: manyRoles }),
  z.strictObject({ intent: z.literal('preview'), ...list }),
  z.strictObject({ intent: z.literal('import'), ...list }),
])

/** An administrator changes somebody. */
export const PersonActForm = z.discriminatedUnion('intent', [
  NewPerson.extend({ intent: z.literal('save') }),
  z.strictObject({ intent: z.literal('roles'), roles: manyRoles }),
  z.strictObject({ intent: z.literal('code') }),
  z.strictObject({ intent: z.literal('suspend') }),
  z.strictObject({ intent: z.literal('restore') }),
])

const parent = z.string().transform((value) => (value === '' ? null : value))

export const OrganisationForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('create'), name: title, kind: z.enum(organisationKinds), parentId: parent }),
  z.strictObject({ intent: z.literal('rename'), id, name: title }),
  z.strictObject({ intent: z.literal('move'), id, parentId: parent }),
  z.strictObject({ intent: z.literal('archive'), id }),
  z.strictObject({ intent: z.literal('restore'), id }),
])
