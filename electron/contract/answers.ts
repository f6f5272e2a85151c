import type { Outcome } from '../../engine/base/index.js'

/**
 * Every call of a topic, and whether it answers with an `Outcome`. One that does is answered with a failure when its
 * input is refused, or when the call itself goes wrong, so that whoever asked need not look for anything else.
 */
export type Answers<Calls> = {
  [K in keyof Calls]: Calls[K] extends (...input: never[]) => Outcome<unknown> ? true : false
}
