/** `npm run bench`: the two-page brief against plain pdfmake with the same content, in the same run. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { buildCommandLine, commandLineBundle } from '../scripts/build-command-line.mjs'
import { rootFolder } from '../scripts/root-folder.mjs'
import { spreadOf } from './spread.mjs'

const rounds = 3
const warmUp = 10
const warmRuns = 15
const coldRuns = 9
const memoryRuns = 5

const bundles = join(rootFolder, 'dist', 'bench')
const scratch = mkdtempSync(join(tmpdir(), 'briefwright-bench-'))
const content = join(scratch, 'content.json')
const ours = join(scratch, 'briefwright.pdf')
const plain = join(scratch, 'plain.pdf')

const cold = {
  briefwright: [
    join(rootFolder, commandLineBundle),
    ...['render', 'issue-brief', '--lang', 'en', '--issued', '2026-03-01', '--out', ours],
  ],
  plain: [join(rootFolder, 'bench', 'cold-plain.mjs'), content, plain],
}
const warm = {
  briefwright: [join(bundles, 'warm-briefwright.js'), String(warmUp), String(warmRuns)],
  plain: [join(rootFolder, 'bench', 'warm-plain.mjs'), content, String(warmUp), String(warmRuns)],
}

try {
  await bundle()
  execFileSync(process.execPath, [join(bundles, 'write-content.js'), content])
  // Once each before anything is measured, so that both read their files from the cache.
  runCold(cold.briefwright)
  runCold(cold.plain)
  printMethod()
  compare(
    'warm, ms',
    ...alternate(
      rounds,
      () => runWarm(warm.briefwright),
      () => runWarm(warm.plain),
    ),
  )
  compare(
    'cold, ms',
    ...alternate(
      coldRuns,
      () => [runCold(cold.briefwright)],
      () => [runCold(cold.plain)],
    ),
  )
  compare(
    'peak memory, MiB',
    ...alternate(
      memoryRuns,
      () => [runForMemory(cold.briefwright)],
      () => [runForMemory(cold.plain)],
    ),
  )
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

async function bundle() {
  await buildCommandLine()
  await build({
    absWorkingDir: rootFolder,
    entryPoints: ['bench/warm-briefwright.ts', 'bench/write-content.ts'],
    outdir: bundles,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['pdfmake', 'piscina'],
    banner: {
      js: "import { createRequire as benchRequire } from 'node:module'\nconst require = benchRequire(import.meta.url)",
    },
    logLevel: 'warning',
  })
}

function printMethod() {
  const words = wordsIn(JSON.parse(readFileSync(content, 'utf8')).definition.content)
  const lines = [
    'Briefwright against plain pdfmake, the two-page brief `issue-brief` in English',
    '',
    `  machine   Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}`,
    `  content   ${words} words. Plain pdfmake gets the brief's own document model, put into its own nodes:`,
    '            same words, headings, lists, tables, columns and font files. It does less: it gets its words ready',
    '            made, and has no balanced columns, page map, checked length, kept headings or linked citations.',
    '            Layout is not the same, so its page count may differ.',
    `  files     Briefwright ${pagesOf(ours)} pages, ${sizeOf(ours)}; plain pdfmake ${pagesOf(plain)} pages, ${sizeOf(plain)}`,
    '  warm      one process each: Briefwright goes from casebook, template and brief to bytes, with the workspace',
    `            read once; plain pdfmake from its definition to bytes. ${warmUp} runs first that do not count, then`,
    `            ${warmRuns}; ${rounds} rounds, the two in turn.`,
    `  cold      a new process each, from start to exit, ${coldRuns} times in turn: the whole command line, which reads the`,
    '            casebook and the templates; and a script that only reads the definition and runs pdfmake.',
    `  memory    the most that a cold process ever held (maximum resident set), ${memoryRuns} times in turn, by themselves.`,
    '  figures   median, and in brackets the bounds of the middle half. The ratio is of the medians, Briefwright over',
    '            plain: below 1 is better. In its brackets, the middle half of the ratios of runs made in turn.',
    '',
    `  ${'what'.padEnd(18)}${'Briefwright'.padEnd(24)}${'plain pdfmake'.padEnd(24)}ratio`,
  ]
  console.log(lines.join('\n'))
}

/**
 * @param {number} times
 * @param {() => number[]} first
 * @param {() => number[]} second
 * @returns {[number[][], number[][]]} measurements of each round
 */
function alternate(times, first, second) {
  /** @type {[number[][], number[][]]} */
  const measured = [[], []]
  for (let round = 0; round < times; round++) {
    // Whoever goes first in one round goes second in the next: the machine may be getting busier.
    const order = round % 2 === 0 ? [0, 1] : [1, 0]
    for (const who of order) measured[who === 0 ? 0 : 1].push(who === 0 ? first() : second())
  }
  return measured
}

/** @param {string} what @param {number[][]} briefwright @param {number[][]} pdfmake */
function compare(what, briefwright, pdfmake) {
  const one = spreadOf(briefwright.flat())
  const other = spreadOf(pdfmake.flat())
  const ratios = briefwright.map(
    (round, index) => spreadOf(round).median / spreadOf(pdfmake[index] ?? []).median,
  )
  const { low, high } = spreadOf(ratios)
  const ratio = `${(one.median / other.median).toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`
  console.log(`  ${what.padEnd(18)}${shown(one).padEnd(24)}${shown(other).padEnd(24)}${ratio}`)
}

/** @param {{ median: number, low: number, high: number }} spread */
function shown({ median, low, high }) {
  return `${median.toFixed(0)} (${low.toFixed(0)}–${high.toFixed(0)})`
}

/** @param {string[]} program @returns {number[]} milliseconds of each run */
function runWarm(program) {
  return JSON.parse(execFileSync(process.execPath, program, { encoding: 'utf8' }))
}

/** @param {string[]} program @param {NodeJS.ProcessEnv} [environment] @returns {number} milliseconds */
function runCold(program, environment = {}) {
  const start = performance.now()
  const ran = spawnSync(process.execPath, program, {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  })
  if (ran.status !== 0) throw new Error(`${program.join(' ')} ended with ${ran.status}\n${ran.stderr}`)
  return performance.now() - start
}

/** @param {string[]} program @returns {number} MiB */
function runForMemory(program) {
  const file = join(scratch, 'memory')
  const preload = pathToFileURL(join(rootFolder, 'bench', 'report-memory.mjs')).href
  runCold(['--import', preload, ...program], { BENCH_MEMORY_FILE: file })
  return Number(readFileSync(file, 'utf8')) / 1024
}

/** @param {string} file */
function sizeOf(file) {
  return `${Math.round(readFileSync(file).length / 1024)} KB`
}

/** @param {string} file */
function pagesOf(file) {
  return readFileSync(file, 'latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
}

/** @param {unknown} node @returns {number} words in all the text of a definition */
function wordsIn(node) {
  if (typeof node === 'string') return node.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  if (Array.isArray(node)) return node.reduce((sum, one) => sum + wordsIn(one), 0)
  if (typeof node !== 'object' || node === null) return 0
  const parts = ['text', 'stack', 'columns', 'ul', 'ol', 'table', 'body']
  return parts.reduce((sum, part) => sum + wordsIn(/** @type {Record<string, unknown>} */ (node)[part]), 0)
}
