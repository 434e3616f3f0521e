import { type ReactNode, useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { LocaleProvider, useT } from '~/i18n/messages.ts'
import { signingOut as texts } from '~/i18n/signing-out.ts'
import { allStoredAnswers, forgetAnswer } from '~/modules/exams/attempt-store.ts'
import { saveAnswerFile, sealing } from '~/modules/exams/save-answer-file.ts'
import { paths } from '~/paths.ts'
import { postJson } from '~/platform/post-json.ts'
import { Button, ButtonRow } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'
import { allStoredPractice, settlePractice } from './practice-store.ts'
import {
  countUnsent,
  type Device,
  filesOf,
  type OnDevice,
  type Sent,
  sendUnsent,
  type UnsentFile,
} from './unsent-on-device.ts'

/*
 * Signing out takes the device's storage along. What is there and has not been sent goes out first; what cannot be sent is
 * hers to decide about. Called for by the form that signs out (entry.client.tsx); without a script there is nothing unsent.
 */
const device: Device = {
  // A browser that keeps nothing has kept nothing.
  read: async () => ({
    exams: await allStoredAnswers().catch(() => []),
    practice: await allStoredPractice().catch(() => []),
  }),
  forgetExam: (one) => forgetAnswer(one.attemptId, one).catch(() => undefined),
  forgetPractice: ({ personId, id, seq }) => settlePractice(personId, id, seq, false).catch(() => undefined),
  post: postJson,
}

export async function signOutOf(form: HTMLFormElement): Promise<void> {
  const held = await device.read()
  if (countUnsent(held).all === 0) return form.submit()
  if (filesOf(held.exams).length > 0) void sealing().catch(() => undefined)
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  const stay = () => {
    root.unmount()
    place.remove()
  }
  root.render(
    <LocaleProvider value={document.documentElement.lang === 'en' ? 'en' : 'zh-CN'}>
      <SigningOut held={held} form={form} onStay={stay} />
    </LocaleProvider>,
  )
}

type SigningOutProps = { held: OnDevice; form: HTMLFormElement; onStay: () => void }

function SigningOut({ held, form, onStay }: SigningOutProps) {
  const t = useT(texts)
  const dialog = useRef<HTMLDialogElement>(null)
  const [sent, setSent] = useState<Sent | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => dialog.current?.showModal(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round sends again
  useEffect(() => {
    let isGone = false
    void sendUnsent(device).then((next) => {
      if (isGone) return
      if (countUnsent(next.left).all > 0 && !next.isSignedOut) setSent(next)
      else leave(form, next.hasOthers || next.isSignedOut)
    })
    return () => {
      isGone = true
    }
  }, [round, form])
  const stay = (
    <Button kind="primary" onClick={() => dialog.current?.close()}>
      {t('stay')}
    </Button>
  )
  const again = () => {
    setSent(null)
    setRound(round + 1)
  }
  return (
    <dialog ref={dialog} className="layer" data-side="middle" aria-labelledby="unsent-title" onClose={onStay}>
      <div className="layer-head">
        <h2 id="unsent-title">{sent ? t('title', { count: countUnsent(sent.left).all }) : t('sending')}</h2>
      </div>
      <div className="layer-body stack">
        {sent ? (
          <Choice sent={sent} stay={stay} onAgain={again} />
        ) : (
          <>
            <p role="status">{t('sending.text', { count: countUnsent(held).all })}</p>
            <ButtonRow>{stay}</ButtonRow>
          </>
        )}
      </div>
    </dialog>
  )
}

/** As she asked to in the first place. */
function leave(form: HTMLFormElement, isKept: boolean): void {
  form.action = paths.logout(isKept)
  form.submit()
}

function Choice({ sent, stay, onAgain }: { sent: Sent; stay: ReactNode; onAgain: () => void }) {
  const t = useT(texts)
  const [hasFailed, setHasFailed] = useState(false)
  const { exams, practice } = countUnsent(sent.left)
  const files = filesOf(sent.left.exams)
  const signOut = async () => setHasFailed(!(await deleteAndLeave(sent)))
  return (
    <>
      <p>
        {exams > 0 && t('exams', { count: exams })}
        {practice > 0 && t('practice', { count: practice })}
      </p>
      <p>{t('text')}</p>
      {files.length > 0 && <p>{t('file.text')}</p>}
      {files.map((file) => (
        <SaveFile key={file.attemptId} file={file} />
      ))}
      {hasFailed && (
        <Notice tone="danger" isNews>
          {t('failed')}
        </Notice>
      )}
      <ButtonRow>
        {stay}
        <Button onClick={onAgain}>{t('again')}</Button>
        <Button kind="irreversible" onClick={signOut}>
          {t('leave')}
        </Button>
      </ButtonRow>
    </>
  )
}

function SaveFile({ file }: { file: UnsentFile }) {
  const t = useT(texts)
  const [name, setName] = useState<string | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  const { attemptId, key, title, answers } = file
  const save = async () => {
    const entries = answers.map(({ itemId, value, isMarked, epoch, seq }) => ({ itemId, value, isMarked, epoch, seq }))
    const own = t('file.name', { title, code: attemptId.slice(0, 8) })
    const saved = await saveAnswerFile({ attemptId, key, name: own }, entries).catch(() => null)
    setHasFailed(saved === null)
    setName(saved)
  }
  return (
    <div>
      <Button icon="download" onClick={save}>
        {t('file.of', { title })}
      </Button>
      {name !== null && <p role="status">{t('file.saved', { name })}</p>}
      {hasFailed && <p role="alert">{t('file.failed')}</p>}
    </div>
  )
}

/** First signed out, then deleted: without a network neither happens. */
async function deleteAndLeave({ left, hasOthers }: Sent): Promise<boolean> {
  try {
    const body = new URLSearchParams()
    const response = await fetch(paths.logout(hasOthers), { method: 'POST', body, redirect: 'manual' })
    if (response.type !== 'opaqueredirect') return false
  } catch {
    return false
  }
  // Over plain http the browser does not clear its storage because we say so.
  for (const one of left.exams) await device.forgetExam(one)
  for (const one of left.practice) await device.forgetPractice(one)
  window.location.assign(paths.login())
  return true
}
