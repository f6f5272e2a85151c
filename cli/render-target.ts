import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { type Diagnostic, diagnosticsOf, type Outcome, success } from '../engine/base/index.js'
import { readRecipients } from '../engine/brief/index.js'
import type { Brief, Copy } from '../engine/brief/types.js'
import type { IsoDate, Language } from '../engine/locale/index.js'
import type { PageSize } from '../engine/vocabulary/index.js'
import {
  briefEnding,
  type CopiesMade,
  exportFile,
  makeCopies,
  type Order,
  type RenderPool,
  readTextFile,
} from '../host/index.js'
import { shownPath } from './describe-diagnostic.js'
import { givenPath, givenWorkspace, outputPath, standardOutput } from './given-path.js'
import { type PasswordOptions, type PasswordSources, readProtection } from './password-options.js'
import { type BriefOptions, type Finding, placeInBrief } from './place-in-brief.js'
import { failedReport, type Report } from './report.js'
import { valuesOf } from './settings.js'

export interface RenderOptions extends PasswordOptions, BriefOptions {
  workspace?: string
  lang?: Language
  asOf?: IsoDate
  issued?: IsoDate
  size?: PageSize
  theme?: string
  /** False where it is to be left out. */
  dossier?: boolean
  redacted?: boolean
  /** Path of a list of recipients. */
  copies?: string
  recipient?: string[]
  out?: string
}

/** What a command needs of the one who runs it, beside its options. */
export interface RenderSurroundings extends PasswordSources {
  cwd: string
  pool: RenderPool
  /** Told of each of several copies before it is made. */
  onCopy?: (copy: Copy) => void
}

/** `briefwright render TARGET`: a template's id, or the path of a brief. */
export async function renderTarget(
  target: string,
  options: RenderOptions,
  around: RenderSurroundings,
): Promise<Report> {
  const start = performance.now()
  const { cwd, pool } = around
  const dir = givenWorkspace(cwd, options)
  const place = dir === undefined ? {} : { dir }
  const given = await readTarget(givenPath(cwd, target), target, dir, pool)
  if (!given.ok) return failedReport(given.diagnostics, dir)
  const { file } = given.value
  const placed = (diagnostics: Diagnostic[]) => placeInBrief(diagnostics, file, options)

  const brief = withOptions(given.value, options)
  if (!brief.ok) return failedReport(placed([...given.warnings, ...brief.diagnostics]), dir)
  const recipients = recipientsOf(options, cwd)
  if (!recipients.ok) return failedReport(recipients.diagnostics, dir)
  const protection = await readProtection(options, cwd, around)
  if (!protection.ok) return failedReport(protection.diagnostics, dir)
  const job = { brief: brief.value, ...place, protection: protection.value }
  const name = file ? basename(target, briefEnding) : target
  const elapsed = () => Math.round(performance.now() - start)

  if (recipients.value) {
    const folder = resolve(cwd, options.out ?? 'out')
    const stem = `${name}.${brief.value.language}`
    const order = { job, recipients: recipients.value, folder, stem }
    const copies = await makeCopies(pool, order, around.onCopy)
    return copiesReport(copies, placed([...given.warnings, ...copies.diagnostics]), cwd, elapsed(), place)
  }
  const rendered = await pool.render(job)
  const diagnostics = placed([...given.warnings, ...diagnosticsOf(rendered)])
  if (!rendered.ok) return failedReport(diagnostics, dir)
  const { bytes, pageCount } = rendered.value
  if (options.out === standardOutput) {
    const lines = [summary('standard output', pageCount, bytes.length, elapsed())]
    return { isDone: true, diagnostics, lines, facts: {}, bytes, ...place }
  }
  const out = outputPath(cwd, options.out, `${name}.${brief.value.language}.pdf`)
  const written = await exportFile(out, bytes)
  if (!written.ok) return failedReport([...diagnostics, ...written.diagnostics], dir)
  const milliseconds = elapsed()
  return {
    isDone: true,
    diagnostics,
    lines: [summary(shownPath(written.value, cwd), pageCount, bytes.length, milliseconds)],
    facts: { file: written.value, pages: pageCount, bytes: bytes.length, milliseconds },
    ...place,
  }
}

function copiesReport(
  { made, of }: CopiesMade,
  diagnostics: Finding[],
  cwd: string,
  milliseconds: number,
  place: { dir?: string },
): Report {
  const copies = made.map(({ copy, path, pageCount, size }) => ({
    ...{ number: copy.number, recipient: copy.recipient },
    ...{ file: path, pages: pageCount, bytes: size },
  }))
  return {
    isDone: made.length === of,
    diagnostics,
    lines: [
      ...made.map(
        ({ path, copy }) => `${shownPath(path, cwd)}: copy ${copy.number} of ${of}, ${copy.recipient}`,
      ),
      `${made.length} of ${of} copies, ${(milliseconds / 1000).toFixed(1)} s`,
    ],
    facts: { copies, of, milliseconds },
    ...place,
  }
}

/** Those of `--copies` and then those of `--recipient`; `undefined` where neither is given. */
function recipientsOf({ copies, recipient = [] }: RenderOptions, cwd: string): Outcome<string[] | undefined> {
  if (copies === undefined && recipient.length === 0) return success(undefined)
  const path = copies === undefined ? '--recipient' : givenPath(cwd, copies)
  const file = copies === undefined ? success({ path, text: '' }) : readTextFile(path, path, { pipes: true })
  if (!file.ok) return file
  const text = [file.value.text.trimEnd(), ...recipient].join('\n')
  return readRecipients({ path, text: copies === undefined ? text.slice(1) : text })
}

/** The brief of a file, or an empty one of a template. Anything with a `/` or that ends in `.yaml` is a file. */
async function readTarget(
  path: string,
  target: string,
  dir: string | undefined,
  pool: RenderPool,
): Promise<Outcome<Order>> {
  if (!target.endsWith('.yaml') && !target.endsWith('.yml') && !/[\\/]/.test(target)) {
    return pool.readOrder({ template: target, dir })
  }
  // Diagnostics name a brief by its path in the workspace, or by its whole path outside it.
  // Either may have been typed through a link.
  const inWorkspace =
    dir === undefined ? undefined : relative(realPath(dir), realPath(path)).replaceAll('\\', '/')
  const isInside = inWorkspace !== undefined && !inWorkspace.startsWith('..')
  const order = await pool.readOrder({ file: { path, shown: isInside ? inWorkspace : path }, dir })
  if (!order.ok) return order
  const owner = dirname(dirname(realPath(path)))
  const isElsewhere = !isInside && existsSync(join(owner, 'casebook', 'casebook.yaml'))
  return success(order.value, [...order.warnings, ...(isElsewhere ? [otherWorkspace(path, owner, dir)] : [])])
}

/** Without its links; one that is not there is said when it is read. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** The brief with what the options say put over what it says itself. */
function withOptions({ brief: given, template }: Order, options: RenderOptions): Outcome<Brief> {
  const brief = { ...given }
  if (options.lang !== undefined) brief.language = options.lang
  if (options.asOf !== undefined) brief.asOf = options.asOf
  if (options.issued !== undefined) brief.issued = options.issued
  if (options.size !== undefined) brief.size = options.size
  if (options.theme !== undefined) brief.theme = options.theme
  if (options.dossier === false) brief.dossier = false
  if (options.redacted) brief.redacted = true
  if (options.watermark !== undefined)
    brief.watermark = options.watermark === true ? 'draft' : options.watermark
  if (!template.ok) return template
  brief.parameters = { ...brief.parameters, ...valuesOf(options.set ?? [], template.value) }
  return success(brief)
}

/** A brief next to a casebook is most likely about that casebook, so nobody should miss that it was not asked. */
function otherWorkspace(path: string, owner: string, dir: string | undefined): Diagnostic {
  return {
    severity: 'warning',
    code: 'workspace/not-used',
    message: `this brief lies in a workspace, but its facts are taken from ${dir ? `\`${dir}\`` : 'the built-in casebook'}`,
    hints: [`add --workspace "${owner}" to use its own`],
    at: { file: path },
  }
}

function summary(file: string, pages: number, size: number, milliseconds: number): string {
  const kilobytes = Math.max(1, Math.round(size / 1024))
  const seconds = (milliseconds / 1000).toFixed(1)
  return `${file}: ${pages} ${pages === 1 ? 'page' : 'pages'}, ${kilobytes} KB, ${seconds} s`
}
