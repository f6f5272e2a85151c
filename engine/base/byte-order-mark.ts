/** `text` without the mark that some programs put before UTF-8, which is no part of what was written. */
export function withoutByteOrderMark(text: string): string {
  return text.replace(/^\ufeff/, '')
}
