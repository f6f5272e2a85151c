/**
 * The heaps of the running app, each asked through its own inspector: the window's and that of the worker which reads
 * its pages, main's and that of the thread which makes documents.
 */
import type { CDPSession, ElectronApplication, Page } from '@playwright/test'

export const heapNames = ['window', 'page worker', 'main', 'render thread'] as const
export type HeapName = (typeof heapNames)[number]

type Send = (method: string, params?: object) => Promise<Answer>
// biome-ignore lint/suspicious/noExplicitAny: the inspector's answers differ by the method.
type Answer = any

export type Heaps = Record<HeapName, Send>

/** The app has shown a page and made one: before that there is neither worker nor thread. */
export async function openHeaps(app: ElectronApplication, window: Page): Promise<Heaps> {
  const session = await window.context().newCDPSession(window)
  await openInspectors(app)
  return {
    window: session.send.bind(session) as Send,
    'page worker': await workerOf(session),
    main: (method, params) => askInspector(app, ['main', method, params], () => pause(10)),
    'render thread': (method, params) =>
      askInspector(app, ['thread', method, params], () => wakeThread(window)),
  }
}

/** The thread sleeps between two documents and hears nothing: a brief of no template wakes it, and costs it nothing. */
async function wakeThread(window: Page): Promise<void> {
  await window.evaluate(() =>
    self.briefwright.renderBrief({
      file: 'briefs/none.brief.yaml',
      brief: { template: 'none', language: 'en', parameters: {}, narrative: {} },
    }),
  )
}

/** What is in use once nothing is left that nobody needs, in bytes. */
export async function usedIn(heaps: Heaps, name: HeapName): Promise<number> {
  const send = heaps[name]
  // What a finaliser lets go of is collected by the next round.
  for (let round = 0; round < 2; round += 1) {
    // A thread that sleeps comes to no collection that it is only told of, but counting does one first.
    if (name === 'render thread') await countAlive(send, [])
    else await send('HeapProfiler.collectGarbage')
  }
  return (await send('Runtime.getHeapUsage')).usedSize
}

/** How many objects of each class are alive, held by whomever: what is no longer in the document counts as well. */
export async function countAlive<Name extends string>(
  send: Send,
  classNames: readonly Name[],
): Promise<Record<Name, number>> {
  const objectGroup = 'count'
  const { result } = await send('Runtime.evaluate', { expression: 'Object.prototype', objectGroup })
  const { objects } = await send('Runtime.queryObjects', { prototypeObjectId: result.objectId, objectGroup })
  const counted = await send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: `function (...names) {
      return Object.fromEntries(
        names.map((name) => [name, this.filter((one) => one instanceof globalThis[name]).length]),
      )
    }`,
    arguments: classNames.map((value) => ({ value })),
    returnByValue: true,
  })
  await send('Runtime.releaseObjectGroup', { objectGroup })
  return counted.result.value
}

/** Answers of a worker come as messages of the page's session. */
async function workerOf(session: CDPSession): Promise<Send> {
  const attached = new Promise<string>((done) => {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') done(sessionId)
    })
  })
  const waiting = new Map<number, (answer: Answer) => void>()
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message)
    waiting.get(id)?.(result)
    waiting.delete(id)
  })
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  })
  const sessionId = await attached
  let last = 0
  return (method, params = {}) => {
    last += 1
    const id = last
    const answered = new Promise<Answer>((done) => waiting.set(id, done))
    const message = JSON.stringify({ id, method, params })
    return session.send('Target.sendMessageToTarget', { sessionId, message }).then(() => answered)
  }
}

interface Inspectors {
  /** Asks, and gives the number under which the answer will be. */
  ask(of: 'main' | 'thread', method: string, params?: object): number
  answers: Map<number, Answer>
}

/** Main asks itself: its driver's own session reaches none of its threads. */
async function openInspectors(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const { Session } = process.getBuiltinModule('node:inspector')
    const session = new Session()
    session.connect()
    const answers: Inspectors['answers'] = new Map()
    let sessionId = ''
    session.on('NodeWorker.attachedToWorker', ({ params }) => {
      sessionId ||= params.sessionId
    })
    session.on('NodeWorker.receivedMessageFromWorker', ({ params }) => {
      const { id, result } = JSON.parse(params.message)
      answers.set(id, result)
    })
    session.post('NodeWorker.enable', { waitForDebuggerOnStart: false })
    let last = 0
    const inspectors: Inspectors = {
      answers,
      ask(of, method, params = {}) {
        last += 1
        const id = last
        const message = JSON.stringify({ id, method, params })
        // A collection while the driver waits for what it asked would take its question away.
        setTimeout(() => {
          if (of === 'thread') session.post('NodeWorker.sendMessageToWorker', { sessionId, message })
          else session.post(method, params, (_error: unknown, result: unknown) => answers.set(id, result))
        })
        return id
      },
    }
    Object.assign(globalThis, { inspectors })
  })
}

/** Asks, and does `meanwhile` until there is an answer. */
async function askInspector(
  app: ElectronApplication,
  asked: Parameters<Inspectors['ask']>,
  meanwhile: () => Promise<void>,
): Promise<Answer> {
  const id = await app.evaluate(
    (_electron, asked) => (globalThis as unknown as { inspectors: Inspectors }).inspectors.ask(...asked),
    asked,
  )
  for (;;) {
    const answer = await app.evaluate((_electron, id) => {
      const { answers } = (globalThis as unknown as { inspectors: Inspectors }).inspectors
      const answer = answers.get(id)
      answers.delete(id)
      return answer
    }, id)
    if (answer) return answer
    await meanwhile()
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}
