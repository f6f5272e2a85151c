import type * as z from 'zod'
import { type Diagnostic, failure, type Place } from '../../engine/base/index.js'
import { answersWithOutcome, type Calls } from '../contract/index.js'
import { inputs } from './calls/inputs.js'
import type { Handlers } from './calls/topic.js'

/**
 * Reads the input of a call, and hands it on. Input is `unknown` until its schema has read it.
 *
 * What the schema refuses is answered with a failure where the call answers with an `Outcome`: `brief/too-long` for a
 * part of a brief that has more than is taken, at that part, and `call/refused` for everything else. Where it does
 * not, it throws, and so does what `handle` throws: the window then says so. Knows no Electron.
 */
export function answerCall<K extends keyof Calls>(
  name: K,
  input: unknown[],
  handle: Handlers<Calls>[K],
): unknown {
  const read = inputs[name].safeParse(input)
  if (read.success) return (handle as (...input: unknown[]) => unknown)(...(read.data as unknown[]))
  const faults = read.error.issues.map((issue) => refusalOf(name, meantBy(issue), input))
  if (answersWithOutcome[name]) return failure(...faults)
  throw new Error(faults.map(({ message }) => message).join('; '))
}

function refusalOf(name: keyof Calls, issue: z.core.$ZodIssue, input: unknown[]): Diagnostic {
  const path = issue.path.filter((step) => typeof step === 'string')
  const [root, part, id] = path
  const isOfBrief = root === 'brief'
  const at = isOfBrief && part !== undefined ? placeOf(part, id) : undefined
  const what = at && 'section' in at ? `the section \`${id}\`` : `\`${path.at(-1) ?? name}\``
  const fault = { severity: 'error' as const, at }
  if (issue.code === 'too_big' && issue.path.length > 0) {
    const unit = issue.origin === 'array' ? 'entries' : 'characters'
    const found = sizeOf(issue.path.reduce(stepInto, input))
    return {
      ...fault,
      code: isOfBrief ? 'brief/too-long' : 'call/refused',
      message: `${what} has ${found} ${unit}, at most ${issue.maximum} are taken`,
      hints: ['shorten it'],
    }
  }
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `\`${key}\``).join(', ')
    return { ...fault, code: 'call/refused', message: `${keys} is not known here`, hints: ['leave it out'] }
  }
  return {
    ...fault,
    code: 'call/refused',
    message: `${what} cannot be taken as it is`,
    hints: ['give it anew, or leave it out'],
  }
}

/** Of a value that may be of several kinds, a size that is too big says more than that it is none of them. */
function meantBy(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue
  const size = issue.errors.flat().find(({ code }) => code === 'too_big')
  return size ? { ...size, path: [...issue.path, ...size.path] } : issue
}

function placeOf(part: string, id: string | undefined): Place {
  if (part === 'narrative' && id !== undefined) return { section: id, line: 1, column: 1 }
  return part === 'parameters' && id !== undefined ? { parameter: id } : { field: part }
}

function stepInto(value: unknown, step: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
}

function sizeOf(value: unknown): number | string {
  return typeof value === 'string' || Array.isArray(value) ? value.length : 'too many'
}
