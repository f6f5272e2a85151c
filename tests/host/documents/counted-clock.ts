import type { Clock } from '../../../host/documents/index.js'

/** A clock that a test moves on: what is due runs in its order. */
export interface CountedClock extends Clock {
  advance(milliseconds: number): void
}

export function countedClock(): CountedClock {
  let now = Date.now()
  let due: { at: number; task: () => void }[] = []
  return {
    now: () => now,
    after(milliseconds, task) {
      const one = { at: now + milliseconds, task }
      due.push(one)
      return () => {
        due = due.filter((other) => other !== one)
      }
    },
    advance(milliseconds) {
      const end = now + milliseconds
      for (;;) {
        const next = due.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0]
        if (!next) break
        due = due.filter((one) => one !== next)
        now = next.at
        next.task()
      }
      now = end
    },
  }
}
