import type { ReactNode } from 'react'
import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Tabs } from '~/ui/tabs.tsx'

/** Pages of the bank stand in the coordinator's space, or in the administrator's. */
export function BankFrame({ children }: { children: ReactNode }) {
  return <Frame space={['cohorts', 'admin']}>{children}</Frame>
}

type BankPartProps = { title: string; lead?: string; acts?: ReactNode; children: ReactNode }

/** One of the parts of the bank: its heading, and the way to the others. */
export function BankPart({ title, lead, acts, children }: BankPartProps) {
  const t = useT(bank)
  return (
    <BankFrame>
      <PageHeader title={title} lead={lead} acts={acts} />
      <Tabs
        label={t('parts')}
        tabs={[
          { to: paths.bank(), label: t('part.questions') },
          { to: paths.bankReview(), label: t('part.review') },
          { to: paths.bankSyllabus(), label: t('part.syllabus') },
          { to: paths.bankLaws(), label: t('part.laws') },
          { to: paths.bankDuplicates(), label: t('part.duplicates') },
          { to: paths.bankImports(), label: t('part.import') },
          { to: paths.blueprints(), label: t('part.blueprints') },
          { to: paths.papers(), label: t('part.papers') },
        ]}
      />
      {children}
    </BankFrame>
  )
}
