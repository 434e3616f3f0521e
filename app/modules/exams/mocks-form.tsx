import { Form } from '@remix-run/react'
import { blueprints } from '~/i18n/blueprints.ts'
import { useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { Checkbox } from '~/ui/choice.tsx'

/** Whether trainees may choose it for a mock of their own. */
export function MocksForm({ blueprintId, forMocks }: { blueprintId: string; forMocks: boolean }) {
  const t = useT(blueprints)
  return (
    <section className="section mt-8" aria-labelledby="mocks">
      <h2 id="mocks">{t('mocks')}</h2>
      <Form method="post" action={paths.blueprints()} className="form" key={String(forMocks)}>
        <input type="hidden" name="blueprintId" value={blueprintId} />
        <Checkbox name="forMocks" value="yes" defaultChecked={forMocks} label={t('mocks.may')} help={t('mocks.help')} />
        <SubmitButton intent="offer" kind="plain">
          {t('mocks.save')}
        </SubmitButton>
      </Form>
    </section>
  )
}
