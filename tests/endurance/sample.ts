import { readdirSync, readFileSync } from 'node:fs'
import type { ElectronApplication } from '@playwright/test'
import { type HeapName, type Heaps, heapNames, usedIn } from './heaps.js'

export interface ProcessSample {
  pid: number
  /** As Chromium calls it; utilities by what they are for. */
  kind: string
  /** Of the memory that it has to itself, and its part of what it shares, in KB. */
  memory: number
  files: number
  threads: number
}

/** What the app held at one moment. */
export interface Sample {
  edits: number
  exports: number
  processes: ProcessSample[]
  /** What is in use after collection, in KB. */
  heaps: Record<HeapName, number>
  /** What the window's document is made of, in the document or not. */
  nodes: number
  listeners: number
  /** What main waits for or holds open, by kind. */
  handles: Record<string, number>
}

export async function takeSample(
  app: ElectronApplication,
  heaps: Heaps,
  done: Pick<Sample, 'edits' | 'exports'>,
): Promise<Sample> {
  const used = {} as Sample['heaps']
  for (const name of heapNames) used[name] = Math.round((await usedIn(heaps, name)) / 1024)
  const counters = await heaps.window('Memory.getDOMCounters')
  return {
    ...done,
    processes: await processesOf(app),
    heaps: used,
    nodes: counters.nodes,
    listeners: counters.jsEventListeners,
    handles: countEach(await app.evaluate(() => process.getActiveResourcesInfo())),
  }
}

export async function processesOf(app: ElectronApplication): Promise<ProcessSample[]> {
  const metrics = await app.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .map(({ pid, type, name, memory }) => ({ pid, kind: name || type, size: memory.workingSetSize })),
  )
  return metrics.map(({ pid, kind, size }) => ({
    pid,
    kind,
    memory: proportionalSize(pid) ?? size,
    files: countIn(`/proc/${pid}/fd`),
    threads: countIn(`/proc/${pid}/task`),
  }))
}

/** Whether the process is still there, or waits to be buried by one that is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^State:\s+Z/m.test(readIfThere(`/proc/${pid}/status`) ?? '')
  } catch {
    return false
  }
}

function proportionalSize(pid: number): number | undefined {
  const size = /^Pss:\s+(\d+) kB/m.exec(readIfThere(`/proc/${pid}/smaps_rollup`) ?? '')?.[1]
  return size === undefined ? undefined : Number(size)
}

function countIn(folder: string): number {
  try {
    return readdirSync(folder).length
  } catch {
    return 0
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function countEach(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names.toSorted()) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
