/**
 * What is killed: each thing that writes, how it is started on a folder of its own, and what must hold afterwards.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDocuments } from '../../host/documents/index.js'
import { run } from '../cli/run-command.js'
import { digestsIn, sameFiles, straysIn } from './folder-facts.js'
import type { Run, Start } from './killed-run.js'
import type { Edits } from './processes/edits.js'

/** What is wrong after a kill, by kind; all of them empty where everything holds. */
export interface Findings {
  /** What was acknowledged and is not there. */
  lost: string[]
  /** What is neither as it was nor as it is to be. */
  half: string[]
  /** What lies about after the next start. */
  strays: string[]
}

export interface Trial {
  start: Start
  /** What it is told to do once it has loaded all that it takes. */
  job: unknown
  /** Where it is seen to write. */
  watched: string
  /** Looks at what the kill left, starts again, and looks once more. */
  judge(killed: Run): Promise<Findings>
}

export interface Operation {
  name: string
  /** Of all kills. */
  share: number
  /** It never ends by itself. */
  isEndless?: boolean
  prepare(folder: string, seed: number): Trial
}

/** What all operations start from, made once. */
export interface Material {
  /** What is to be killed: a process for commands, also one that has the engine at hand, and one for edits. */
  command: Start
  engine: Start
  edits: Start
  /** The command line as it is built. */
  commandLine: string
  /** A workspace with a small casebook. */
  workspace: string
  recipients: string
  pdf: string
  pack: string
}

const file = 'briefs/a.brief.yaml'

export function operationsOn(material: Material): Operation[] {
  const { command, engine, workspace, pdf, pack, recipients } = material
  const rendering = ['render', 'fact-sheet', '--workspace', workspace, '--issued', '2026-02-03', '--out']
  const madeNew: Memory = {}
  const madeOfPdf: Memory = {}
  return [
    documents(material),
    {
      name: 'export over an earlier PDF',
      share: 0.06,
      prepare: (folder) => {
        const out = join(folder, 'brief.pdf')
        writeFileSync(out, '%PDF-1.7 an earlier one')
        return oneResult(folder, engine, [...rendering, out])
      },
    },
    {
      name: 'numbered copies',
      share: 0.04,
      prepare: (folder) => oneResult(folder, engine, [...rendering, folder, '--copies', recipients]),
    },
    {
      name: 'pack export',
      share: 0.04,
      prepare: (folder) =>
        oneResult(folder, engine, ['pack', 'export', 'issue-brief', '--out', join(folder, 'a.briefpack')]),
    },
    {
      name: 'new workspace',
      share: 0.16,
      prepare: (folder) => wholeFolder(folder, madeNew, command, ['new', 'workspace', join(folder, 'made')]),
    },
    {
      name: 'open of a PDF, into an empty folder',
      share: 0.1,
      prepare: (folder) => {
        mkdirSync(join(folder, 'made'))
        return wholeFolder(folder, madeOfPdf, command, ['open', pdf, '--workspace', join(folder, 'made')])
      },
    },
    {
      name: 'pack import',
      share: 0.1,
      prepare: (folder) => {
        const into = join(folder, 'ours')
        cpSync(workspace, into, { recursive: true })
        return allOrNone(folder, into, engine, ['pack', 'import', pack, '--yes', '--workspace', into])
      },
    },
  ]
}

/** Saves, autosaves, unsaved texts, new files, history and its pruning, in a process that is only ever killed. */
function documents({ edits }: Material): Operation {
  return {
    name: 'documents: save, autosave, recovery, history, pruning',
    share: 0.5,
    isEndless: true,
    prepare(folder, seed) {
      const workspace = join(folder, 'workspace')
      const dataFolder = join(folder, 'data')
      mkdirSync(join(workspace, 'briefs'), { recursive: true })
      writeFileSync(join(workspace, file), 'first\n')
      return {
        start: edits,
        job: { workspace, dataFolder, file, seed } satisfies Edits,
        watched: join(workspace, 'briefs'),
        judge: ({ output }) => judgeDocuments(workspace, dataFolder, output),
      }
    },
  }
}

async function judgeDocuments(workspace: string, dataFolder: string, output: string): Promise<Findings> {
  const found: Findings = { lost: [], half: [], strays: [] }
  const whole = /^first\n(line \d+\n)*$/
  const onDisk = readFileSync(join(workspace, file), 'utf8')
  if (!whole.test(onDisk)) found.half.push(`${file}: ${JSON.stringify(onDisk.slice(-80))}`)
  const opened = await openDocuments({ workspace, dataFolder, isAutosaving: false })
  if (!opened.ok) return { ...found, lost: ['the documents cannot be opened'] }
  const { value: room, warnings } = opened
  for (const { message } of warnings) found.half.push(message)
  const state = await room.open(file)
  const text = state.ok ? state.value.text : ''
  if (!state.ok || state.value.conflict || state.value.fault) found.lost.push('the text cannot be edited')
  const kept = Math.max(0, ...[...output.matchAll(/^kept (\d+)$/gm)].map(([, number]) => Number(number)))
  for (let number = 1; number <= kept; number += 1)
    if (!text.includes(`line ${number}\n`)) found.lost.push(`line ${number} of ${kept}`)
  for (const [, made = ''] of output.matchAll(/^made (.+)$/gm)) {
    const content = readFileSync(join(workspace, made), 'utf8')
    if (!/^made \d+\n$/.test(content)) found.half.push(made)
  }
  for (const { id } of room.history(file)) {
    const entry = room.readHistory(file, id)
    if (!entry.ok || !whole.test(entry.value)) found.half.push(`history ${id}`)
  }
  await room.end()
  found.strays.push(...straysIn(workspace), ...straysIn(dataFolder))
  return found
}

/** What is written into `folder` is there whole or not at all, and the same command makes it whatever was left. */
function oneResult(folder: string, start: Start, given: string[]): Trial {
  const before = digestsIn(folder)
  return {
    start,
    job: { given, cwd: folder },
    watched: folder,
    async judge() {
      const found: Findings = { lost: [], half: [], strays: [] }
      const after = digestsIn(folder)
      const strays = new Set(straysIn(folder))
      const made = [...after.keys()].filter(
        (name) => !strays.has(name) && after.get(name) !== before.get(name),
      )
      for (const name of made) if (!isWholeOutput(join(folder, name))) found.half.push(name)
      for (const name of before.keys()) if (!after.has(name)) found.lost.push(name)
      const again = await run(folder, ...given)
      // Copies are not made over those that are there.
      const isRefused = made.length > 0 && again.errors.includes('[copies/exist]')
      if (again.code !== 0 && !isRefused) found.lost.push(`the next start: ${again.errors.slice(0, 400)}`)
      found.strays.push(...straysIn(folder))
      return found
    },
  }
}

/** A PDF ends with its mark, and a pack with the end of its list. */
function isWholeOutput(path: string): boolean {
  const bytes = readFileSync(path)
  const end = bytes.subarray(-64)
  return bytes.subarray(0, 4).toString('latin1') === '%PDF'
    ? end.includes('%%EOF')
    : end.includes(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
}

/** What a command makes when nothing disturbs it, which its first run of a torture shows. */
interface Memory {
  whole?: Map<string, string>
}

/** The folder `made` is made whole or not at all; the same command makes it whatever was left. */
function wholeFolder(folder: string, memory: Memory, start: Start, given: string[]): Trial {
  const made = join(folder, 'made')
  return {
    start,
    job: { given, cwd: folder },
    watched: folder,
    async judge({ code }) {
      const found: Findings = { lost: [], half: [], strays: [] }
      const left = digestsIn(made)
      if (code === 0) memory.whole ??= left
      const { whole } = memory
      if (!whole) return { ...found, lost: ['it failed when nothing disturbed it'] }
      if (left.size > 0 && !sameFiles(left, whole)) found.half.push(`${left.size} of ${whole.size} files`)
      const again = await run(folder, ...given)
      const after = digestsIn(made)
      if (!sameFiles(after, whole)) found.lost.push(`the next start: ${again.errors.slice(0, 400)}`)
      found.strays.push(...straysIn(folder))
      return found
    },
  }
}

/** All files of a workspace are as they were or as they are to be, once it has been opened again. */
function allOrNone(folder: string, into: string, start: Start, given: string[]): Trial {
  const before = withoutKept(digestsIn(into))
  return {
    start,
    job: { given, cwd: folder },
    watched: join(into, 'templates'),
    async judge() {
      const found: Findings = { lost: [], half: [], strays: [] }
      await run(folder, 'templates', '--workspace', into)
      const left = withoutKept(digestsIn(into))
      const strays = straysIn(folder)
      const again = await run(folder, ...given)
      const after = withoutKept(digestsIn(into))
      if (again.code !== 0) found.lost.push(`the next import: ${again.errors.slice(0, 400)}`)
      for (const stray of strays) left.delete(stray.slice('ours/'.length))
      if (!sameFiles(left, before) && !sameFiles(left, after)) {
        const changed = [...after].filter(
          ([path, digest]) => left.get(path) === digest && before.get(path) !== digest,
        )
        const all = [...after].filter(([path, digest]) => before.get(path) !== digest)
        found.half.push(`${changed.length} of ${all.length} files are new`)
      }
      found.strays.push(...strays)
      return found
    },
  }
}

/** What an import replaced is kept by its time. */
function withoutKept(files: Map<string, string>): Map<string, string> {
  return new Map([...files].filter(([path]) => !path.startsWith('replaced/')))
}
