import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { commandLineBundle } from '../../scripts/build-command-line.mjs'
import { rootFolder } from '../../scripts/root-folder.mjs'
import { type Run, run } from './killed-run.js'
import type { Material } from './operations.js'

const island = join(rootFolder, 'tests/other-subject')

/** Makes in `folder`, which is there, what the operations start from. The command line has been built. */
export async function makeMaterial(folder: string): Promise<Material> {
  const commandLine = join(rootFolder, commandLineBundle)
  const workspace = join(folder, 'workspace')
  const pdf = join(folder, 'brief.pdf')
  const pack = join(folder, 'house.briefpack')
  const recipients = join(folder, 'recipients.txt')
  const edits = join(folder, 'edits.mjs')
  const command = (...given: string[]) => mustRun(commandLine, folder, given)
  await command('new', 'workspace', workspace)
  cpSync(join(island, 'casebook'), join(workspace, 'casebook'), { recursive: true })
  writeFileSync(recipients, 'Minister\nCabinet\nArchive\n')
  await command('render', 'issue-brief', '--workspace', workspace, '--issued', '2026-02-03', '--out', pdf)
  const house = join(folder, 'house')
  cpSync(workspace, house, { recursive: true })
  mkdirSync(join(house, 'briefs'), { recursive: true })
  for (const id of ['issue-brief', 'fact-sheet']) spoil(join(house, 'templates', `${id}.hbs`))
  await command('pack', 'export', 'issue-brief', 'fact-sheet', '--workspace', house, '--out', pack)
  const script = join(rootFolder, 'tests/torture/processes/edits.ts')
  await build({
    entryPoints: [script],
    outfile: edits,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner,
  })
  return { commandLine, edits, workspace, pdf, pack, recipients }
}

/** A pack of these templates then has something to replace. */
function spoil(path: string): void {
  writeFileSync(path, '\n{{!-- Of the house. --}}\n', { flag: 'a' })
}

async function mustRun(commandLine: string, folder: string, given: string[]): Promise<Run> {
  const done = await run({ arguments: [commandLine, ...given], watched: folder, cwd: folder })
  if (done.code !== 0) throw new Error(`${given.join(' ')}: ${done.output}`)
  return done
}

const banner = {
  js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)",
}
