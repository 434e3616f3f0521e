import { Form } from '@remix-run/react'
import { useT } from '~/i18n/messages.ts'
import { papers } from '~/i18n/papers.ts'
import { useTitle } from '~/modules/questions/use-title.ts'
import { Button } from '~/ui/button.tsx'
import { Field, SelectField } from '~/ui/field.tsx'
import { Notice } from '~/ui/notice.tsx'
import type { Failure } from './paper-desk.server.ts'
import { mostForms } from './paper-query.ts'
import type { SittingSources } from './sittings.server.ts'
import { ShortNote } from './subject-parts.tsx'

type PaperStartProps = {
  blueprints: SittingSources['blueprints']
  asked: { blueprint: string; count: number; seed: number | null }
  failure: Failure | null
  isGone: boolean
}

/** Which blueprint, how many forms. A GET form: drawing writes nothing. */
export function PaperStart({ blueprints, asked, failure, isGone }: PaperStartProps) {
  const t = useT(papers)
  const titleOf = useTitle()
  const groups = [
    { label: t('group.own'), list: blueprints.filter(({ isOfficial }) => !isOfficial) },
    { label: t('group.official'), list: blueprints.filter(({ isOfficial }) => isOfficial) },
  ].filter(({ list }) => list.length > 0)
  return (
    <Form method="get" className="form mt-6">
      {isGone && (
        <Notice tone="warn" isNews>
          {t('start.gone')}
        </Notice>
      )}
      {failure?.kind === 'short' && <ShortNote short={failure.short} title={t('start.short')} />}
      {failure?.kind === 'unequal' && (
        <Notice tone="warn" isNews>
          {t('start.unequal')}
        </Notice>
      )}
      <SelectField name="blueprint" label={t('start.blueprint')} defaultValue={asked.blueprint || undefined}>
        {groups.map(({ label, list }) => (
          <optgroup key={label} label={label}>
            {list.map((one) => (
              <option key={one.id} value={one.id}>
                {t('start.minutes', { subject: titleOf(one), minutes: one.minutes })}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <SelectField name="count" label={t('start.count')} help={t('start.countHelp')} defaultValue={String(asked.count)}>
        {Array.from({ length: mostForms }, (_, at) => at + 1).map((count) => (
          <option key={count} value={count}>
            {t('start.countOf', { count })}
          </option>
        ))}
      </SelectField>
      <Field
        name="seed"
        label={t('start.seed')}
        help={t('start.seedHelp')}
        inputMode="numeric"
        pattern="[0-9]{1,10}"
        maxLength={10}
        autoComplete="off"
        defaultValue={asked.seed ?? ''}
        isOptional
      />
      <Button type="submit" kind="primary">
        {t('start.draw')}
      </Button>
    </Form>
  )
}
