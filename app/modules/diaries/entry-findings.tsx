import { diary as texts } from '~/i18n/diary.ts'
import { useT } from '~/i18n/messages.ts'
import type { FieldFinding } from '~/modules/works/privacy-check.ts'
import { replaceFinding } from '~/modules/works/privacy-scan.ts'
import { Button } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { Notice } from '~/ui/notice.tsx'
import { diaryTexts } from './diary.ts'

/** What tells who somebody is, before it leaves her: each is replaced by one tap, or she writes why it may stay. */
export function EntryFindings({ findings }: { findings: readonly FieldFinding[] }) {
  const t = useT(texts)
  if (findings.length === 0) return null
  const isBlocked = findings.some(({ blocks }) => blocks)
  return (
    <Notice tone={isBlocked ? 'danger' : 'warn'} isNews title={t(isBlocked ? 'privacy.blocked' : 'privacy.warned')}>
      <ul className="stack">
        {findings.map((finding) => (
          <li key={`${finding.field} ${finding.start}`}>
            {t('privacy.found', {
              ...{ field: nameOf(finding.field, t), kind: t(`privacy.kind.${finding.kind}`), text: finding.text },
            })}{' '}
            <span className="scripted">
              <Button onClick={() => replaceIn(finding, t(`privacy.code.${finding.kind}`))}>
                {t('privacy.replace', { code: t(`privacy.code.${finding.kind}`) })}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {!isBlocked && (
        <Field name="passedOver" label={t('privacy.reason')} help={t('privacy.reasonHelp')} maxLength={300} />
      )}
    </Notice>
  )
}

function nameOf(field: string, t: ReturnType<typeof useT<typeof texts>>): string {
  const key = diaryTexts.find((one) => one === field)
  return key ? t(key) : t('community')
}

/** In the field itself, as if she had typed it: so it is saved like everything that she types. */
function replaceIn(finding: FieldFinding, code: string): void {
  const control = document.querySelector(`[name="${finding.field}"]`)
  if (!(control instanceof HTMLInputElement) && !(control instanceof HTMLTextAreaElement)) return
  // Another one before it may have been replaced already.
  const start = control.value.indexOf(finding.text)
  if (start < 0) return
  control.value = replaceFinding(control.value, { ...finding, start, end: start + finding.text.length }, code)
  control.dispatchEvent(new Event('input', { bubbles: true }))
  control.focus()
}
