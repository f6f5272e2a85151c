/** Letters that Unicode does not take for an accented form of others, though readers type them so. */
const spelled: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' }

/**
 * The words of a text as they are looked for: without case and accents, figures with a point where they have a comma.
 * `40% d’Électricité-verte` is `40`, `d`, `electricite` and `verte`.
 */
export function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{M}\p{N}]+(?:[.,]\p{N}+)*/gu) ?? []).map(foldWord)
}

function foldWord(word: string): string {
  const known = folded.get(word)
  if (known !== undefined) return known
  const plain = word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œæßøłđ]/g, (letter) => spelled[letter] as string)
    .replaceAll(',', '.')
  if (folded.size >= mostFolded) folded.clear()
  folded.set(word, plain)
  return plain
}

/** Texts say the same words over and over, and folding one is dear. */
const folded = new Map<string, string>()
const mostFolded = 100_000
