/** Loaded into a program before it starts, writes the most memory it ever held, in KiB, to a file when it ends. */
import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const file = process.env.BENCH_MEMORY_FILE
if (file && isMainThread) {
  process.once('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)))
}
