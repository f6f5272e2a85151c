import { formatDate, type Language } from '../../engine/locale/index.js'
import type { Words } from './words.js'

/** A moment as people say it: the hour today, the day before that. `moment` is in milliseconds since 1970. */
export function when(moment: number, now: number, say: Words, language: Language): string {
  const at = new Date(moment)
  const days = Math.round((startOfDay(now) - startOfDay(moment)) / 86_400_000)
  const clock = `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
  if (days === 0) return `${say.today}, ${clock}`
  if (days === 1) return `${say.yesterday}, ${clock}`
  const two = (part: number) => String(part).padStart(2, '0')
  return formatDate(`${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`, language)
}

function startOfDay(moment: number): number {
  return new Date(moment).setHours(0, 0, 0, 0)
}
