import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { cacheFolder } from './cache-folder.mjs'
import { rootFolder } from './root-folder.mjs'
import { readAgain } from './second-readers.mjs'
import { addTotals } from './test-report.mjs'

const flavours = ['ua1', '3a']
const sources = join(rootFolder, 'tests', 'conformance')
const work = join(rootFolder, 'dist', 'conformance')
/** What is done side by side. */
const parts = Math.max(1, Math.min(4, availableParallelism()))

/**
 * Renders every template, language, theme and size, and documents of any blocks; has veraPDF judge each file, and other
 * readers read it. Without Java, Maven or a way to fetch veraPDF it says which, and only the readers read.
 *
 * @returns {Promise<import('./test-report.mjs').Totals>}
 */
export async function runConformance() {
  const pages = join(work, 'pages')
  rmSync(pages, { recursive: true, force: true })
  mkdirSync(pages, { recursive: true })
  const rendered = await renderGallery(pages)
  const [judged, read] = await Promise.all([judge(pages), readAgain(pages)])
  return addTotals([judged, read, { passed: 0, failed: rendered ? 0 : 1, skipped: 0 }])
}

/**
 * @param {string} pages
 * @returns {Promise<import('./test-report.mjs').Totals>}
 */
async function judge(pages) {
  const classes = prepareJudge()
  if (typeof classes !== 'object') return skip(classes)
  const judged = await Promise.all(
    Array.from({ length: parts }, (_, part) =>
      run('java', ['-cp', classes.path, 'Judge', pages, String(part), String(parts), ...flavours]),
    ),
  )
  const verdicts = judged.flatMap(({ output }) => output.split('\n').filter((line) => line.includes('\t')))
  const broken = verdicts.filter((line) => line.split('\t')[2] !== 'yes')
  for (const line of broken) {
    const [file, flavour, , ...rules] = line.split('\t')
    console.log(`${file} is not ${flavour}:\n  ${rules.join('\n  ')}`)
  }
  const passed = verdicts.length - broken.length
  console.log(`veraPDF: ${passed} of ${verdicts.length} verdicts compliant (${flavours.join(' and ')})`)
  const isWhole = judged.every(({ status }) => status === 0) && verdicts.length > 0
  return { passed, failed: broken.length + (isWhole ? 0 : 1), skipped: 0 }
}

/**
 * @param {string} program
 * @param {string[]} options
 * @returns {Promise<{ status: number | null, output: string }>}
 */
function run(program, options) {
  return new Promise((done) => {
    let output = ''
    // veraPDF's own log is not about the files.
    const child = spawn(program, options, { stdio: ['ignore', 'pipe', 'ignore'] })
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text
    })
    child.once('close', (status) => done({ status, output }))
  })
}

/** @param {string} reason @returns {import('./test-report.mjs').Totals} */
function skip(reason) {
  console.log(`skipped the judgement of the gallery by veraPDF: ${reason}`)
  return { passed: 0, failed: 0, skipped: 1 }
}

/**
 * The compiled judge and veraPDF beside it, fetched from Maven Central the first time; or why there is none.
 *
 * @returns {{ path: string } | string}
 */
function prepareJudge() {
  for (const program of ['java', 'javac', 'mvn']) {
    if (spawnSync(program, ['-version']).error) return `${program} is not installed`
  }
  const folder = join(cacheFolder(), 'verapdf')
  mkdirSync(folder, { recursive: true })
  const list = join(folder, 'classpath.txt')
  const jars = existsSync(list) ? readFileSync(list, 'utf8') : ''
  const isThere = jars !== '' && jars.split(':').every((jar) => existsSync(jar))
  if (!isThere) {
    console.log('fetching veraPDF from Maven Central')
    const fetched = spawnSync(
      'mvn',
      ['-q', '-B', '-f', join(sources, 'pom.xml'), 'dependency:build-classpath', `-Dmdep.outputFile=${list}`],
      { encoding: 'utf8', timeout: 300_000 },
    )
    if (fetched.status !== 0) return 'veraPDF could not be fetched from Maven Central'
  }
  const path = readFileSync(list, 'utf8').trim()
  mkdirSync(work, { recursive: true })
  const compiled = spawnSync('javac', ['-cp', path, '-d', work, join(sources, 'Judge.java')], {
    stdio: 'inherit',
  })
  return compiled.status === 0 ? { path: `${path}:${work}` } : 'the judge did not compile'
}

/** @param {string} folder */
async function renderGallery(folder) {
  const { build } = await import('esbuild')
  const bundle = join(work, 'render-gallery.js')
  await build({
    absWorkingDir: rootFolder,
    entryPoints: ['tests/conformance/render-gallery.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['pdfmake', 'piscina'],
    banner: {
      js: "import { createRequire as ownRequire } from 'node:module'\nconst require = ownRequire(import.meta.url)",
    },
    logLevel: 'warning',
  })
  const rendered = await Promise.all(
    Array.from({ length: parts }, (_, part) =>
      run(process.execPath, [bundle, folder, String(part), String(parts)]),
    ),
  )
  for (const { output } of rendered) process.stdout.write(output)
  return rendered.every(({ status }) => status === 0)
}
