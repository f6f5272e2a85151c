import { fileURLToPath } from 'node:url'
import { BroadcastChannel } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RenderJob } from '../../host/render/render-job.js'
import { createRenderPool, type RenderPool, type RenderPoolOptions } from '../../host/render/render-pool.js'

const workerFile = fileURLToPath(new URL('./workers/behaves-as-titled.mjs', import.meta.url))
let pool: RenderPool | undefined
let channel: BroadcastChannel

beforeEach(() => {
  // The pool's clock stands until a test puts it on: its limits say nothing of how fast this machine is.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  channel = new BroadcastChannel('behaves-as-titled')
})

afterEach(async () => {
  await pool?.close()
  pool = undefined
  channel.close()
  vi.useRealTimers()
})

function start(options: RenderPoolOptions = {}): RenderPool {
  pool = createRenderPool({ workerFile, ...options })
  return pool
}

function job(title: string): RenderJob {
  return { brief: { template: 't', language: 'en', title, parameters: {}, narrative: {} } }
}

/** Resolves when a job with this title has begun. */
function begun(title: string): Promise<void> {
  return new Promise((resolve) => {
    channel.onmessage = ({ data }) => data === title && resolve()
  })
}

/** The thread that did an ordinary job. */
async function threadOf(pool: RenderPool): Promise<number | undefined> {
  const done = await pool.render(job('ordinary'))
  return done.ok ? done.value.bytes[0] : undefined
}

function nextTurn(): Promise<string> {
  return new Promise((resolve) => setImmediate(() => resolve('not yet')))
}

describe('the render pool', () => {
  it('keeps one thread for all jobs', async () => {
    const pool = start()
    const first = await threadOf(pool)
    expect(first).toBeGreaterThan(0)
    expect(await threadOf(pool)).toBe(first)
  })

  it('gives up a document that never ends, and goes on with a new thread', async () => {
    const pool = start({ timeLimit: 400 })
    const first = await threadOf(pool)
    const running = pool.render(job('loop'))
    await begun('loop')
    vi.advanceTimersByTime(399)
    expect(await Promise.race([running, nextTurn()])).toBe('not yet')
    vi.advanceTimersByTime(1)
    expect(await running).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'render/too-long', message: 'the document was not done after 0.4 s' }],
    })
    const second = await threadOf(pool)
    expect(second).toBeGreaterThan(first as number)
  })

  it('gives up a document that takes all memory, and goes on', async () => {
    const pool = start({ memoryLimit: 32 })
    expect(await pool.render(job('hoard'))).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'render/too-much-memory' }],
    })
    expect(await threadOf(pool)).toBeGreaterThan(0)
  })

  it.each(['throw', 'exit'])('reports a crash (%s), and goes on', async (title) => {
    const pool = start()
    expect(await pool.render(job(title))).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'render/crashed' }],
    })
    expect(await threadOf(pool)).toBeGreaterThan(0)
  })

  it('answers a cancelled job at once and keeps the thread when the job ends soon', async () => {
    const pool = start()
    const first = await threadOf(pool)
    const cancel = new AbortController()
    const running = pool.render(job('wait'), { signal: cancel.signal })
    await begun('wait')
    cancel.abort()
    expect(await running).toMatchObject({ ok: false, diagnostics: [{ code: 'render/cancelled' }] })
    channel.postMessage('go on')
    expect(await threadOf(pool)).toBe(first)
  })

  it('ends the thread of a cancelled job that goes on', async () => {
    const pool = start()
    const first = await threadOf(pool)
    const cancel = new AbortController()
    const running = pool.render(job('loop'), { signal: cancel.signal })
    await begun('loop')
    cancel.abort()
    expect(await running).toMatchObject({ diagnostics: [{ code: 'render/cancelled' }] })
    vi.advanceTimersByTime(1000)
    expect(await threadOf(pool)).toBeGreaterThan(first as number)
  })

  it('never starts a job that is cancelled while it waits', async () => {
    const pool = start()
    const cancel = new AbortController()
    const ahead = pool.render(job('wait'))
    const waiting = pool.render(job('exit'), { signal: cancel.signal })
    await begun('wait')
    cancel.abort()
    expect(await waiting).toMatchObject({ diagnostics: [{ code: 'render/cancelled' }] })
    channel.postMessage('go on')
    expect((await ahead).ok).toBe(true)
    expect(await threadOf(pool)).toBeGreaterThan(0)
  })

  it('reports a worker that cannot be started', async () => {
    const pool = start({ workerFile: '/no/such/worker.js' })
    expect(await pool.render(job('ordinary'))).toMatchObject({ diagnostics: [{ code: 'render/crashed' }] })
  })
})
