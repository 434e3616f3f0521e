import { errors as texts } from '~/i18n/errors.ts'
import { failures } from '~/i18n/failures.ts'
import { useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { Button, LinkButton } from './button.tsx'
import { Signpost, TeaBreak } from './failure-drawings.tsx'

export type Failure = {
  readonly status: number
  readonly code?: keyof typeof texts
  readonly values?: Readonly<Record<string, string | number>>
}

type FailureNoteProps = Failure & {
  /** the page's own sentence, already in words, instead of the code's */
  sentence?: string
}

/** What happened, what is safe, what to do. What may pass by itself is told apart from what will not. */
export function FailureNote({ status, code, values, sentence }: FailureNoteProps) {
  const t = useT(failures)
  const say = useT(texts)
  const mayPass = status >= 500 || status === 429
  return (
    <div className="empty">
      {mayPass ? <TeaBreak /> : <Signpost />}
      <h1>{t(`title.${titleOf(status)}`)}</h1>
      <p>{sentence ?? (code ? say(code, values) : t('brokenText'))}</p>
      <div className="button-row">
        {mayPass && (
          <span className="scripted">
            <Button kind="primary" onClick={() => window.location.reload()}>
              {t('reload')}
            </Button>
          </span>
        )}
        <LinkButton to={paths.home()} kind={mayPass ? 'quiet' : 'primary'} reloadDocument>
          {t('home')}
        </LinkButton>
      </div>
    </div>
  )
}

function titleOf(status: number) {
  switch (status) {
    case 404:
      return 'notFound'
    case 403:
      return 'refused'
    case 409:
      return 'conflict'
    case 410:
      return 'gone'
    case 413:
    case 415:
    case 422:
      return 'invalid'
    case 429:
    case 503:
      return 'busy'
    default:
      return 'broken'
  }
}
