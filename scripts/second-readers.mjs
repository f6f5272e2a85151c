import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Has programs that had no part in writing them read the PDFs of a folder: qpdf, poppler and pdf.js. Beside each file
 * a JSON file of the same name gives its `headings`, as `H2 Background`, or as `H2` where their text is not read.
 *
 * @param {string} folder
 * @returns {Promise<import('./test-report.mjs').Totals>}
 */
export async function readAgain(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
  const totals = { passed: 0, failed: 0, skipped: 0 }
  for (const [name, faultsOf] of /** @type {const} */ ([
    ['qpdf', faultsOfSyntax],
    ['pdfinfo', faultsOfPoppler],
    ['pdf.js', faultsOfPdfJs],
  ])) {
    if (name !== 'pdf.js' && spawnSync(name, ['--version']).error) {
      console.log(`skipped the reading of the gallery by ${name}: it is not installed`)
      totals.skipped++
      continue
    }
    let passed = 0
    for (const file of files) {
      const { headings } = JSON.parse(readFileSync(join(folder, file.replace(/pdf$/, 'json')), 'utf8'))
      const faults = await faultsOf(join(folder, file), headings)
      if (faults.length === 0) passed++
      else console.log(`${file}, as ${name} reads it:\n  ${faults.join('\n  ')}`)
    }
    console.log(`${name}: ${passed} of ${files.length} files without fault`)
    totals.passed += passed
    totals.failed += files.length - passed
  }
  // Nothing read is nothing shown.
  if (files.length === 0) totals.failed++
  return totals
}

/** @param {string} file */
async function faultsOfSyntax(file) {
  const { status, output } = await run('qpdf', ['--check', file])
  // Warnings end it with 3.
  return status === 0 ? [] : output.trim().split('\n')
}

/**
 * To give the text poppler draws the page anew for each piece of it: seconds for a page, minutes for a long brief. Of
 * files with more elements than this it reads the structure alone, but for one brief in both languages.
 */
const mostToDraw = 130

/** @param {string} file @param {string[]} headings */
async function faultsOfPoppler(file, headings) {
  const { status, output } = await run('pdfinfo', ['-struct', file])
  if (status !== 0) return [`pdfinfo ended with ${status}`]
  const levels = [...output.matchAll(/^ *(H\d)\b/gm)].map(([, level]) => level ?? '')
  const expected = headings.map(levelOf)
  const faults = differences(expected, levels)
  if (!output.startsWith('Document')) faults.push('no Document at the root')
  const isShort = output.split('\n').length <= mostToDraw || /fact-sheet-..-agency-A4/.test(file)
  return isShort && !areLevels(headings) ? [...faults, ...(await faultsOfText(file, headings))] : faults
}

/** @param {string} file @param {string[]} headings */
async function faultsOfText(file, headings) {
  const { output } = await run('pdfinfo', ['-struct-text', file])
  /** @type {string[]} */
  const found = []
  let depth = -1
  for (const line of output.split('\n')) {
    const indent = /^ */.exec(line)?.[0].length ?? 0
    const heading = /^ *(H\d)\b/.exec(line)?.[1]
    if (heading) {
      found.push(`${heading} `)
      depth = indent
    } else if (depth >= 0 && indent > depth) found.push(`${found.pop()}${/^ *"(.*)"$/.exec(line)?.[1] ?? ''}`)
    else depth = -1
  }
  return differences(headings, found)
}

/** @typedef {{ role: string, alt?: string, children?: (Element | { type: string, id: string })[] }} Element */

/** @param {string} file @param {string[]} headings */
async function faultsOfPdfJs(file, headings) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise
  /** @type {string[]} */
  const found = []
  /** @type {string[]} */
  const faults = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const words = await wordsOfMarks(page)
    const tree = /** @type {Element | null} */ (await page.getStructTree())
    if (tree && !tree.children?.every((kid) => 'role' in kid && kid.role === 'Document'))
      faults.push(`page ${number}: something stands outside the Document`)
    /** @param {Element} element */
    const visit = (element) => {
      const { role, alt, children = [] } = element
      if (/^H\d$/.test(role)) found.push(`${role} ${saidIn(element, words)}`)
      if (role === 'Figure' && !alt) faults.push(`page ${number}: a figure has no words`)
      if (role === 'TR' && children.length === 0) faults.push(`page ${number}: a row has no cells`)
      if (role === 'Table' && number === 1 && !hasHead(element))
        faults.push(`page ${number}: a table has no heads`)
      for (const kid of children) if ('role' in kid) visit(kid)
    }
    if (tree) visit(tree)
  }
  await pdf.destroy()
  return [...faults, ...differences(headings, areLevels(headings) ? found.map(levelOf) : found)]
}

/** @param {Element} element @returns {boolean} */
function hasHead({ role, children = [] }) {
  return role === 'TH' || children.some((kid) => 'role' in kid && hasHead(kid))
}

/** @param {Element} element @param {Map<string, string>} words @returns {string} */
function saidIn({ alt, children = [] }, words) {
  return (
    alt ?? children.map((kid) => ('role' in kid ? saidIn(kid, words) : (words.get(kid.id) ?? ''))).join('')
  )
}

/** @param {import('pdfjs-dist').PDFPageProxy} page */
async function wordsOfMarks(page) {
  /** @type {Map<string, string>} */
  const words = new Map()
  /** @type {string | undefined} */
  let open
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if ('str' in item) {
      if (open) words.set(open, `${words.get(open) ?? ''}${item.str}`)
    } else if (item.type === 'endMarkedContent') open = undefined
    else open = item.id
  }
  return words
}

/** @param {string} heading */
const levelOf = (heading) => heading.slice(0, 2)

/** @param {string[]} headings */
const areLevels = (headings) => headings.every((heading) => heading === levelOf(heading))

/** Headings that are missing, too many or out of their order; spaces may differ where a line ends.
 *
 * @param {string[]} expected @param {string[]} found
 */
function differences(expected, found) {
  /** @param {string} heading */
  const bare = (heading) => heading.replace(/\s/g, '')
  const faults = expected.length === 0 ? ['no heading was expected'] : []
  for (let index = 0; index < Math.max(expected.length, found.length); index++)
    if (bare(expected[index] ?? '') !== bare(found[index] ?? ''))
      faults.push(`heading ${index + 1} is “${found[index] ?? ''}”, expected “${expected[index] ?? ''}”`)
  return faults.slice(0, 5)
}

/**
 * @param {string} program
 * @param {string[]} options
 * @returns {Promise<{ status: number | null, output: string }>}
 */
function run(program, options) {
  return new Promise((done) => {
    let output = ''
    const child = spawn(program, options, { stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text
      })
    child.once('close', (status) => done({ status, output }))
  })
}
