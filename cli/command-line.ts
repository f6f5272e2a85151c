import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { mostOnWatermark } from '../engine/brief/index.js'
import { isDay, languages } from '../engine/locale/index.js'
import { type Permission, pageSizes, permissions } from '../engine/vocabulary/index.js'
// Not through the host's index, which loads the engine: the worker is started first, and loads it meanwhile.
import { findAppRoot, finishUnfinished, sweepPassingFiles, versionOf } from '../host/files/index.js'
import type { PdfReader } from '../host/pdf/index.js'
import { createRenderPool, type RenderPool } from '../host/render/index.js'
import { givenWorkspace, standardOutput } from './given-path.js'
import { showProgress } from './progress.js'
import { printReport, type Report, usageReport } from './report.js'
import type { Setting } from './settings.js'

/** What a command line has around it. A test gives its own. */
export interface Surroundings {
  /** Relative paths start here. */
  cwd: string
  writeOut(written: string | Uint8Array): void
  writeError(text: string): void
  hasColour: boolean
  /** Whether standard output is a terminal, which shows text and no documents. */
  isOutTerminal?: boolean
  /** Whether standard error is a terminal, on which a line can be written over. */
  isTerminal?: boolean
  environment?: Readonly<Record<string, string | undefined>>
  /** Asks without showing what is typed; none where nobody can be asked. */
  askSecret?: (question: string) => Promise<string>
  /** What reads and makes documents, if it outlives the command; the command otherwise starts and ends its own. */
  tools?: Tools
}

/** The threads that documents are read and made on. */
export interface Tools {
  pool: RenderPool
  readPdf: PdfReader
}

/** 0: done. 1: errors in what was given. 2: wrong usage. */
export type ExitCode = 0 | 1 | 2

const exitCodes = `
Exit codes:
  0   done; warnings may have been printed
  1   errors in what was given: casebook, template, brief, parameter, or a disk
  2   wrong usage
  70  a fault of the program itself`

/** Runs one command, `args` without the program's name. Throws only for our own bugs. */
export async function runCommandLine(args: string[], around: Surroundings): Promise<ExitCode> {
  const isJson = args.includes('--json')
  const readPdf = around.tools?.readPdf ?? readOwnPdf
  const complaints: string[] = []
  let report: Report | undefined

  const program = new Command('briefwright')
    .description('Drafts policy briefs from a casebook of sourced facts, templates and your own words.')
    .version(versionOf(findAppRoot()))
    .exitOverride()
    .showHelpAfterError('(add --help to see what can be given)')
    .addHelpText('after', exitCodes)
    // Help is what was asked for only if it is asked for; then commander writes it out and not as an error.
    .configureOutput({ writeOut: around.writeOut, writeErr: (text) => complaints.push(text) })

  // Sub-commands copy the settings of the one above them when they are made, so they are made last.
  const create = program.command('new').description('make something new')
  withJson(create.command('workspace'))
    .description('make a folder with a casebook, templates and a first brief')
    .argument('<dir>', 'folder to make; it must be empty if it is there')
    .option('--empty', 'begin a casebook of your own: one made-up record of each kind, with comments')
    .action(async (dir: string, { empty = false }: { empty?: boolean }) => {
      const { makeWorkspace } = await import('./make-workspace.js')
      report = makeWorkspace(dir, around.cwd, empty)
    })

  withJson(withWorkspace(program.command('render')))
    .description('make a PDF from a template or from a brief')
    .argument('<target>', 'id of a template, or path of a .brief.yaml file')
    .addOption(new Option('--lang <language>', 'language of the document').choices([...languages]))
    .option('--set <name=value>', 'value of a parameter; lists as a,b (repeatable)', addSetting)
    .option('--as-of <date>', 'know nothing later than this day, 2026-02-28', isoDate)
    .option('--issued <date>', 'day of issue; today if left out', isoDate)
    .addOption(new Option('--size <size>', 'sheet of paper').choices([...pageSizes]))
    .option('--theme <id>', 'theme that it is set in')
    .option('--no-dossier', 'leave out of the PDF what it is made from: records, template and brief')
    .option('--redacted', 'make it as though the records marked `internal` were not in the casebook')
    .option('--watermark [text]', 'print DRAFT, or a text of your own, pale across every page', watermark)
    .option('--copies <file>', 'a numbered copy for each recipient of this list, one a line')
    .option('--recipient <name>', 'a numbered copy for this recipient (repeatable)', addName)
    .option('--protect', 'ask for a password to open the PDF, or take it from BRIEFWRIGHT_PASSWORD')
    .option('--password-file <file>', 'its first line is the password to open the PDF')
    .option('--owner-password-file <file>', 'its first line is the password to change what is allowed')
    .option('--allow <list>', 'what may be done with the PDF: print,copy,annotate,change, or none', allowed)
    .option(
      '--out <file>',
      'where to, a file, a folder or - for standard output; out/<name>.<language>.pdf if left out',
    )
    .action(async (target: string, options, command: Command) => {
      const taken = options.out === standardOutput && takenOutput(options, around)
      if (taken) command.error(`error: ${taken}`)
      report = await withPool(options, around, async (pool) => {
        const { renderTarget } = await import('./render-target.js')
        const progress = isJson ? undefined : showProgress(around)
        const { cwd, environment = {}, askSecret } = around
        const surroundings = { cwd, pool, environment, askSecret }
        const done = await renderTarget(target, options, { ...surroundings, ...progress })
        progress?.end()
        return done
      })
    })

  withJson(withWorkspace(program.command('check')))
    .description('check the casebook, every template in every language it has, and every brief')
    .action(async (options) => {
      report = await withPool(options, around, async (pool) => {
        const { checkWorkspace } = await import('./check-workspace.js')
        return checkWorkspace(options, around.cwd, pool)
      })
    })

  withJson(program.command('open'))
    .description('make a workspace from what a PDF carries: records, template and brief')
    .argument('<file>', 'a PDF that was made by this program')
    .requiredOption('--workspace <dir>', 'folder to make; it must be empty if it is there')
    .action(async (file: string, options) => {
      const { openPdfAsWorkspace } = await import('./open-pdf.js')
      report = await openPdfAsWorkspace(file, options, around.cwd, readPdf)
    })

  withJson(program.command('verify'))
    .description('make a PDF again from what it carries, and say whether it is the same to the byte')
    .argument('<file>', 'a PDF that was made by this program')
    .action(async (file: string) => {
      report = await withPool({}, around, async (pool) => {
        const { reportVerdict } = await import('./report-verdict.js')
        return reportVerdict(file, around.cwd, { pool, readPdf })
      })
    })

  const pack = program.command('pack').description('share templates with another workspace')
  withJson(withWorkspace(pack.command('export')))
    .description('make a .briefpack of templates, with all that they need')
    .argument('<template...>', 'ids of templates')
    .option('--out <file>', 'where to, a file or a folder; out/<id>.briefpack if left out')
    .option('--id <id>', 'id of the pack; that of the template if left out')
    .option('--title <text>', 'title of the pack; that of the templates if left out')
    .option('--description <text>', 'what it is for')
    .option('--pack-version <version>', 'version of the pack', '1.0.0')
    .option('--author <name>', 'who made it')
    .option('--licence <text>', 'under what terms it may be used')
    .action(async (templates: string[], options) => {
      report = await withPool(options, around, async (pool) => {
        const { exportPackOf } = await import('./export-pack.js')
        return exportPackOf(templates, options, around.cwd, pool)
      })
    })
  withJson(pack.command('import'))
    .description('show what a pack would add and replace in a workspace; with --yes, import it')
    .argument('<file>', 'a .briefpack')
    .requiredOption('--workspace <dir>', 'workspace folder')
    .option('--yes', 'import it; what is replaced is kept in the folder `replaced`')
    .action(async (file: string, options) => {
      report = await withPool(options, around, async (pool) => {
        const { importPackInto } = await import('./import-pack.js')
        return importPackInto(file, options, around.cwd, pool)
      })
    })

  withJson(withWorkspace(program.command('templates')))
    .description('list the templates and what each can be given')
    .action(async (options) => {
      report = await withPool(options, around, async (pool) => {
        const { listTemplates } = await import('./list-templates.js')
        return listTemplates(options, around.cwd, pool)
      })
    })

  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return 0
    printReport(usageReport(complaints.join('')), isJson, around)
    return 2
  }
  if (!report) throw new Error(`no command ran for ${JSON.stringify(args)}`)
  printReport(report, isJson, around)
  return report.isDone ? 0 : 1
}

/** Why standard output cannot take a document. */
function takenOutput(
  options: { json?: boolean; copies?: string; recipient?: string[] },
  around: Surroundings,
) {
  if (options.json) return '--json and --out - both write to standard output; name a file for one of them.'
  if (options.copies !== undefined || options.recipient) return 'Several copies need a folder: --out copies/'
  if (around.isOutTerminal) return 'A PDF is nothing to read on a terminal; add > brief.pdf, or name a file.'
  return undefined
}

const readOwnPdf: PdfReader = async (request) => {
  const { createPdfReader } = await import('../host/pdf/index.js')
  return createPdfReader()(request)
}

/**
 * How long a document may take, in milliseconds. Longer than in the window, where somebody waits: the longest document
 * takes 20 seconds where a machine has much else to do, and a script has nobody to try it again.
 */
const timeLimit = 120_000

/** Finishes or takes back what a killed process left of a pack, and sweeps what it left on its way. */
function cleanUp(dir: string): void {
  finishUnfinished(dir)
  sweepPassingFiles(dir, Date.now())
}

/** Runs a command with a worker that is already reading the workspace while the rest of the program loads. */
async function withPool(
  options: { workspace?: string },
  { cwd, tools }: Surroundings,
  command: (pool: RenderPool) => Promise<Report>,
): Promise<Report> {
  const dir = givenWorkspace(cwd, options)
  const prepare = dir === undefined ? {} : { dir }
  if (prepare.dir !== undefined) cleanUp(prepare.dir)
  if (tools) return command(tools.pool)
  const pool = createRenderPool({ prepare, timeLimit })
  try {
    return await command(pool)
  } finally {
    await pool.close()
  }
}

function withWorkspace(command: Command): Command {
  return command.option(
    '--workspace <dir>',
    'workspace folder; the built-in casebook and templates if left out',
  )
}

function withJson(command: Command): Command {
  return command.option('--json', 'print one JSON document, for programs')
}

function addSetting(text: string, earlier: Setting[] = []): Setting[] {
  const equals = text.indexOf('=')
  if (equals < 1) throw new InvalidArgumentError('Expected name=value.')
  return [...earlier, { name: text.slice(0, equals), value: text.slice(equals + 1) }]
}

function addName(name: string, earlier: string[] = []): string[] {
  return [...earlier, name]
}

function watermark(text: string): string {
  const length = [...text.trim()].length
  if (length > 0 && length <= mostOnWatermark) return text.trim()
  throw new InvalidArgumentError(`Expected a text of at most ${mostOnWatermark} characters.`)
}

function allowed(list: string): Permission[] {
  const names = list === 'none' ? [] : list.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !(permissions as readonly string[]).includes(name))
  if (unknown === undefined) return names as Permission[]
  throw new InvalidArgumentError(`Expected none, or some of ${permissions.join(',')}.`)
}

function isoDate(text: string): string {
  if (isDay(text)) return text
  throw new InvalidArgumentError('Expected a day as 2026-02-28.')
}
