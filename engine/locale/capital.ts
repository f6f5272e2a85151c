/** `words` with a capital at the start, as a line of its own begins. */
export function startedLarge(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
