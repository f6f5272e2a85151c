/** Where the time comes from, so that tests count it instead of waiting. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Runs `task` once after so many milliseconds. Gives what prevents it. */
  after(milliseconds: number, task: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, task) {
    const timer = setTimeout(task, milliseconds)
    return () => clearTimeout(timer)
  },
}
