/** For `node --import`: the clock of this process and its threads, moved by `DAYS_LATER` days. */
const later = Number(process.env.DAYS_LATER) * 86_400_000
const Clock = Date

globalThis.Date = class extends Clock {
  /** @param {any[]} given */
  constructor(...given) {
    if (given.length === 0) super(Clock.now() + later)
    // @ts-expect-error: whatever `Date` takes
    else super(...given)
  }

  static now() {
    return Clock.now() + later
  }
}
