/** A card stands for one choice: «jz-06-001#0»; a case has one for each of its choices. */
export function cardId(questionId: string, part: number): string {
  return `${questionId}#${part}`
}

export function cardOfId(id: string): { readonly questionId: string; readonly part: number } {
  const at = id.lastIndexOf('#')
  return { questionId: id.slice(0, at), part: Number(id.slice(at + 1)) }
}
