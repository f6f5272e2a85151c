import type { Status } from '../../vocabulary/index.js'

/** Shape first, so that no status rests on colour. */
export const statusGlyphs: Readonly<Record<Status, string>> = {
  confirmed: '',
  'agreed-in-principle': '●',
  announced: '▲',
  reported: '◆',
  estimated: '≈',
  disputed: '↔',
  unknown: '?',
}
