/**
 * `npm run fuzz`: reads and checks files of the program's own that were changed at random, each case under a guard of
 * time and memory. `--cases 100000`, `--seed 1`, `--kind casebook`; a fault is printed with the seed that repeats it.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { installDependencies } from './dependencies.mjs'
import { rootFolder } from './root-folder.mjs'

installDependencies()
const { build } = await import('esbuild')

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string' },
  },
})
const kinds = values.kind ? [values.kind] : ['casebook', 'template', 'brief', 'theme']
const end = Number(values.seed) + Number(values.cases)

/** Milliseconds that a case may take, and MB. */
const guard = { time: 20_000, memory: 1024 }

const script = join(rootFolder, 'dist/fuzz/fuzz-worker.mjs')
await build({
  absWorkingDir: rootFolder,
  entryPoints: ['tests/fuzz/fuzz-worker.ts'],
  outfile: script,
  bundle: true,
  platform: 'node',
  format: 'esm',
  banner: {
    js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)",
  },
})

const faults = { thrown: 0, hung: 0, memory: 0 }
const start = performance.now()
for (let next = Number(values.seed); next < end; ) next = await runFrom(next)
const seconds = Math.round((performance.now() - start) / 1000)
console.log(
  `${values.cases} cases in ${seconds} s: ${faults.thrown} exceptions, ${faults.hung} too long, ${faults.memory} too much memory`,
)
process.exitCode = Object.values(faults).some((count) => count > 0) ? 1 : 0

/**
 * Runs cases on a thread until all are done or one ends the thread. Gives the seed to go on with.
 *
 * @param {number} first
 * @returns {Promise<number>}
 */
function runFrom(first) {
  return new Promise((resolve) => {
    const worker = new Worker(script, {
      workerData: { appRoot: rootFolder, kinds, first, count: end - first },
      resourceLimits: { maxOldGenerationSizeMb: guard.memory },
    })
    let [seed, kind] = [first, '']
    /** @type {NodeJS.Timeout | undefined} */
    let timer
    /** @param {keyof typeof faults} fault @param {string} [detail] */
    const note = (fault, detail = '') => {
      faults[fault] += 1
      console.log(`${fault}: --kind ${kind} --seed ${seed} --cases 1 ${detail}`)
    }
    worker.on('message', (message) => {
      if (message.begun !== undefined) {
        ;[seed, kind] = [message.begun, message.kind]
        clearTimeout(timer)
        timer = setTimeout(() => {
          note('hung')
          void worker.terminate()
        }, guard.time)
      } else if (message.thrown) note('thrown', message.thrown)
      else if (message.done) seed = end
    })
    worker.on('error', (error) => note('memory', String(error)))
    worker.on('exit', () => {
      clearTimeout(timer)
      resolve(seed === end ? end : seed + 1)
    })
  })
}
