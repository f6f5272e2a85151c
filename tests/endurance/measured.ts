import { heapNames } from './heaps.js'
import type { Sample } from './sample.js'

/** One process or heap over all samples, in KB. */
export interface Measured {
  name: string
  values: number[]
  isHeap: boolean
}

/** What there was from the first sample to the last: a process that came or went is told of by itself. */
export function measuredIn(samples: readonly Sample[]): Measured[] {
  const [first] = samples
  const lasting = first?.processes.filter(({ pid }) =>
    samples.every(({ processes }) => processes.some((one) => one.pid === pid)),
  )
  return [
    ...(lasting ?? []).map(({ pid, kind }) => ({
      name: `process: ${kind}`,
      values: samples.map(({ processes }) => processes.find((one) => one.pid === pid)?.memory ?? 0),
      isHeap: false,
    })),
    ...heapNames.map((name) => ({
      name: `heap: ${name}`,
      values: samples.map(({ heaps }) => heaps[name]),
      isHeap: true,
    })),
  ]
}
