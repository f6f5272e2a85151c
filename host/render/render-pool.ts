import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { type Diagnostic, failure, type Outcome } from '../../engine/base/index.js'
import type { RenderedPdf } from '../../engine/pdf/index.js'
import { openFilesFault, type ReadOptions } from '../files/index.js'
import type { MadePack, PackJob, PackRequest, PlannedPack } from '../packs/index.js'
import type { Order, OrderRequest, Survey, TemplateList } from '../workspace/index.js'
import type { RenderJob } from './render-job.js'

export interface RenderPoolOptions {
  /** The built `render-worker.js`; the one beside the running file if left out. */
  workerFile?: string | URL
  /** After how many milliseconds a document is given up; 20 seconds if left out. */
  timeLimit?: number
  /** How much memory the worker may use for objects, in MB; 1024 if left out. */
  memoryLimit?: number
  /** The workspace of the first job, if it is known: the worker reads it as soon as it is up. */
  prepare?: Pick<RenderJob, 'dir' | 'appRoot' | 'revision'>
}

export interface RenderPool {
  /**
   * Compiles a brief on the worker. Jobs run one after another, in the order given.
   * Fails with the engine's diagnostics, or with `render/too-long`, `render/too-much-memory`, `render/crashed`,
   * `render/cancelled` or `workspace/too-many-open`, after which the pool is as good as before.
   */
  render(job: RenderJob, options?: { signal?: AbortSignal }): Promise<Outcome<RenderedPdf>>
  /** Reads a pack on the worker; see `planPack`. Packs come from elsewhere, so they are read apart from all else. */
  planPack(job: PackJob): Promise<Outcome<PlannedPack>>
  /** Makes a pack on the worker; see `makePack`. */
  makePack(job: PackRequest): Promise<Outcome<MadePack>>
  /** Checks a workspace on the worker; see `surveyWorkspace`. */
  surveyWorkspace(place: ReadOptions): Promise<Outcome<Survey>>
  /** Reads on the worker what a document is to be made from; see `readOrder`. */
  readOrder(request: OrderRequest): Promise<Outcome<Order>>
  /** Reads the templates of a workspace on the worker; see `listTemplates`. */
  listTemplates(place: ReadOptions): Promise<Outcome<TemplateList>>
  /** Ends the worker. Jobs that wait or run end as crashed. */
  close(): Promise<void>
}

/**
 * How long, in milliseconds, a cancelled job may go on before its worker is ended.
 * Most documents are done by then, and a worker that lives keeps its fonts, casebook and compiled code.
 */
const grace = 1000

/** The worker's functions by their names, and what each works on. */
const subjects = {
  default: 'document',
  planPack: 'pack',
  makePack: 'pack',
  surveyWorkspace: 'workspace',
  readOrder: 'workspace',
  listTemplates: 'workspace',
} as const
type Task = keyof typeof subjects
type Subject = (typeof subjects)[Task]

/** What most likely takes so much. */
const suspects = {
  document: 'look in the template for a partial that calls itself, or blocks that repeat within each other',
  pack: 'look in the template for a partial that calls itself, or blocks that repeat within each other',
  workspace: 'look for a file that is much larger than the others',
} as const satisfies Record<Subject, string>

/** Starts one worker thread that compiles briefs. */
export function createRenderPool(options: RenderPoolOptions = {}): RenderPool {
  const { timeLimit = 20_000, memoryLimit = 1024 } = options
  const workerFile = options.workerFile ?? new URL('./render-worker.js', import.meta.url)
  const pool = new Piscina({
    filename: workerFile instanceof URL ? fileURLToPath(workerFile) : workerFile,
    minThreads: 1,
    maxThreads: 1,
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
    workerData: { prepare: options.prepare },
  })
  // A worker that dies before it has its job leaves the job waiting, and tells only here.
  let onWorkerDied: (error: unknown) => void = () => undefined
  pool.on('error', (error) => onWorkerDied(error))

  let lastTurn: Promise<unknown> = Promise.resolve()

  async function run<T>(name: Task, job: unknown, signal?: AbortSignal): Promise<Outcome<T>> {
    if (signal?.aborted) return failure(cancelled)
    const stop = new AbortController()
    const timers = [setTimeout(() => stop.abort(), timeLimit)]
    const endSoon = () => timers.push(setTimeout(() => stop.abort(), grace))
    signal?.addEventListener('abort', endSoon, { once: true })
    try {
      return await new Promise((resolve, reject) => {
        onWorkerDied = reject
        pool.run(job, { name, signal: stop.signal }).then(resolve, reject)
      })
    } catch (error) {
      return failure(
        stop.signal.aborted
          ? tooLong(subjects[name], timeLimit)
          : faultOf(error, subjects[name], memoryLimit),
      )
    } finally {
      signal?.removeEventListener('abort', endSoon)
      for (const timer of timers) clearTimeout(timer)
    }
  }

  function inTurn<T>(name: Task, job: unknown, signal?: AbortSignal): Promise<Outcome<T>> {
    const turn = lastTurn.then(() => run<T>(name, job, signal))
    lastTurn = turn
    return signal ? Promise.race([turn, whenAborted(signal)]) : turn
  }

  return {
    render: (job, { signal } = {}) => inTurn('default', job, signal),
    planPack: (job) => inTurn('planPack', job),
    makePack: (job) => inTurn('makePack', job),
    surveyWorkspace: (place) => inTurn('surveyWorkspace', place),
    readOrder: (request) => inTurn('readOrder', request),
    listTemplates: (place) => inTurn('listTemplates', place),
    close: () => pool.destroy(),
  }
}

function whenAborted(signal: AbortSignal): Promise<Outcome<never>> {
  return new Promise((resolve) => {
    const answer = () => resolve(failure(cancelled))
    if (signal.aborted) answer()
    else signal.addEventListener('abort', answer, { once: true })
  })
}

const cancelled: Diagnostic = {
  severity: 'error',
  code: 'render/cancelled',
  message: 'the document was cancelled before it was done',
  hints: [],
}

function tooLong(subject: Subject, timeLimit: number): Diagnostic {
  return {
    severity: 'error',
    code: 'render/too-long',
    message: `the ${subject} was not done after ${timeLimit / 1000} s`,
    hints: [suspects[subject]],
  }
}

function faultOf(error: unknown, subject: Subject, memoryLimit: number): Diagnostic {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return {
      severity: 'error',
      code: 'render/too-much-memory',
      message: `the ${subject} needed more than ${memoryLimit} MB of memory`,
      hints: [suspects[subject]],
    }
  }
  const openFiles = openFilesFault(error)
  if (openFiles) return openFiles
  return {
    severity: 'error',
    code: 'render/crashed',
    message: `the program stumbled over this ${subject}: ${error instanceof Error ? error.message : String(error)}`,
    hints: ['undo the last change and try again', 'this is a fault of the program; please report it'],
  }
}
