import { useEffect, useState } from 'react'
import { useT } from '~/i18n/messages.ts'
import { pieces } from '~/i18n/pieces.ts'
import { Button } from './button.tsx'

/** Puts a text on the clipboard. Over plain http there is no clipboard: then the button is not there, and the text can be selected. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const t = useT(pieces)
  const [canCopy, setCanCopy] = useState(false)
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => setCanCopy('clipboard' in navigator), [])
  if (!canCopy) return null
  return (
    <>
      <Button
        kind="quiet"
        icon={isCopied ? 'check' : 'copy'}
        onClick={() =>
          navigator.clipboard.writeText(text).then(
            () => setIsCopied(true),
            () => setCanCopy(false),
          )
        }
      >
        {isCopied ? t('copied') : (label ?? t('copy'))}
      </Button>
      <span role="status" className="sr-only">
        {isCopied && t('copied')}
      </span>
    </>
  )
}
