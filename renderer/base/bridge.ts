import { answersWithOutcome, type Bridge, type Calls, type Events } from '../../electron/contract/index.js'
import { type Diagnostic, failure } from '../../engine/base/index.js'
import { showFailure, takeBack } from './notices.js'

declare global {
  interface Window {
    readonly briefwright: Bridge
  }
}

type Asked = {
  [K in keyof Calls]: (...input: Parameters<Bridge[K]>) => Promise<Answer<K>>
}
type Answer<K extends keyof Calls> = (typeof answersWithOutcome)[K] extends true
  ? ReturnType<Calls[K]>
  : ReturnType<Calls[K]> | undefined
type Heard = Pick<Bridge, `on${Capitalize<keyof Events>}`>

/**
 * The main process, as far as the window may ask of it.
 *
 * A call never rejects. One that goes wrong on its way – refused, thrown by its handler, main gone – is a failure
 * where it answers with an `Outcome`; where it does not, it gives `undefined`, and a notice has said why.
 */
export const bridge: Asked & Heard = { ...window.briefwright, ...calls() }

function calls(): Asked {
  const names = Object.keys(answersWithOutcome) as (keyof Calls)[]
  return Object.fromEntries(names.map((name) => [name, asked(name)])) as unknown as Asked
}

function asked(name: keyof Calls) {
  const call = window.briefwright[name] as (...input: unknown[]) => Promise<unknown>
  return async (...input: unknown[]) => {
    try {
      const answer = await call(...input)
      takeBack('cannotDo', name)
      return answer
    } catch (error) {
      const failed = failure(faultOf(error))
      if (answersWithOutcome[name]) return failed
      showFailure('cannotDo', failed, name)
      return undefined
    }
  }
}

/** What was thrown, as the author is told of it. */
export function faultOf(error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error)
  return {
    severity: 'error',
    code: 'call/failed',
    // Electron puts the name of the channel before what main said.
    message: message.replace(/^Error invoking remote method '[^']*': (Error: )?/, ''),
    hints: ['try again', 'if it comes back, copy your text elsewhere and start Briefwright anew'],
  }
}
