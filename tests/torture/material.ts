import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { commandLineBundle } from '../../scripts/build-command-line.mjs'
import { rootFolder } from '../../scripts/root-folder.mjs'
import { run } from '../cli/run-command.js'
import type { Material } from './operations.js'

const island = join(rootFolder, 'tests/other-subject')

/** Makes in `folder`, which is there, what the operations start from. The command line has been built. */
export async function makeMaterial(folder: string): Promise<Material> {
  const commandLine = join(rootFolder, commandLineBundle)
  const workspace = join(folder, 'workspace')
  const pdf = join(folder, 'brief.pdf')
  const pack = join(folder, 'house.briefpack')
  const recipients = join(folder, 'recipients.txt')
  const command = (...given: string[]) => mustRun(folder, given)
  await command('new', 'workspace', workspace)
  cpSync(join(island, 'casebook'), join(workspace, 'casebook'), { recursive: true })
  writeFileSync(recipients, 'Minister\nCabinet\nArchive\n')
  await command('render', 'issue-brief', '--workspace', workspace, '--issued', '2026-02-03', '--out', pdf)
  const house = join(folder, 'house')
  cpSync(workspace, house, { recursive: true })
  mkdirSync(join(house, 'briefs'), { recursive: true })
  for (const id of ['issue-brief', 'fact-sheet']) spoil(join(house, 'templates', `${id}.hbs`))
  await command('pack', 'export', 'issue-brief', 'fact-sheet', '--workspace', house, '--out', pack)
  const { command: commands, edits } = await buildProcesses()
  const worker = (name: string) => join(dirname(commandLine), `${name}.js`)
  const start = { arguments: [commands, worker('pdf-worker'), worker('render-worker')] }
  const engine = { arguments: [...start.arguments, 'needs-worker'] }
  const material = { commandLine, workspace, pdf, pack, recipients }
  return { ...material, command: start, engine, edits: { arguments: [edits] } }
}

/** Below the root, from which they find the program's own data. */
async function buildProcesses(): Promise<{ command: string; edits: string }> {
  const outdir = join(rootFolder, 'dist/torture')
  await build({
    entryPoints: ['command', 'edits'].map((name) => join(rootFolder, `tests/torture/processes/${name}.ts`)),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['pdfmake', 'piscina', 'pdfjs-dist'],
    banner,
  })
  return { command: join(outdir, 'command.mjs'), edits: join(outdir, 'edits.mjs') }
}

/** A pack of these templates then has something to replace. */
function spoil(path: string): void {
  writeFileSync(path, '\n{{!-- Of the house. --}}\n', { flag: 'a' })
}

async function mustRun(folder: string, given: string[]): Promise<void> {
  const { code, errors } = await run(folder, ...given)
  if (code !== 0) throw new Error(`${given.join(' ')}: ${errors}`)
}

const banner = {
  js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)",
}
