import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { countSteps } from './dying-files.js'

/** What a process is told when it has loaded all that it needs. */
export interface Told<Job> {
  job: Job
  /** It dies at this step of its way. */
  step?: number
}

/** Says that all is loaded, waits until it is told to start, and gives what to do. Its time and its steps count from here. */
export async function toldToStart<Job>(): Promise<Job> {
  process.stdout.write('ready\n')
  const lines = createInterface({ input: process.stdin })
  const [line] = await once(lines, 'line')
  lines.close()
  const { job, step }: Told<Job> = JSON.parse(line)
  countSteps(step)
  return job
}
