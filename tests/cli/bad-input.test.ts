import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findAppRoot } from '../../host/index.js'
import { commandLineBundle } from '../../scripts/build-command-line.mjs'
import { filePlace } from '../base/file-place.js'
import { freshFolder } from '../host/fresh-folder.js'
import { folderWithSmallWorkspace, folderWithWorkspace } from './folder-with-workspace.js'
import { run, runJson, runProgram } from './run-command.js'
import { runOnDisk } from './run-on-disk.js'

/** A folder with a workspace `ours` that `spoil` has done something to. */
function spoiled(spoil: (workspace: string) => void, folder = folderWithWorkspace()): string {
  spoil(join(folder, 'ours'))
  return folder
}

/** An event as a data keeper would add one, with `claim` for what happened. */
function event(claim: string): string {
  return `\n- id: added-by-hand\n  date: 2026-01-15\n  event: ${claim}\n`
}

function addEvent(claim: string): (workspace: string) => void {
  return (workspace) => appendFileSync(join(workspace, 'casebook', 'events.yaml'), event(claim))
}

const text = 'value: { en: Something happened, fr: Quelque chose est arrivé }'

interface BadInput {
  title: string
  spoil?: (workspace: string) => void
  args?: string[]
  /** Of the diagnostic that must be there. */
  code: string
  /** File of its place, from the folder that the command runs in; undefined when it is about no file. */
  file?: string
}

const badInputs: BadInput[] = [
  {
    title: 'a folder that is missing',
    args: ['render', 'issue-brief', '--workspace', 'theirs'],
    code: 'workspace/missing',
    file: 'theirs',
  },
  {
    title: 'a workspace that is a file',
    args: ['render', 'issue-brief', '--workspace', 'ours/casebook/casebook.yaml'],
    code: 'workspace/not-a-folder',
    file: 'ours/casebook/casebook.yaml',
  },
  {
    title: 'a brief that is missing',
    args: ['render', 'ours/briefs/none.brief.yaml', '--workspace', 'ours'],
    code: 'workspace/missing',
    file: 'ours/briefs/none.brief.yaml',
  },
  {
    title: 'a file that cannot be read',
    spoil: (workspace) => {
      rmSync(join(workspace, 'casebook', 'events.yaml'))
      mkdirSync(join(workspace, 'casebook', 'events.yaml'))
    },
    code: 'workspace/not-a-file',
    file: 'ours/casebook/events.yaml',
  },
  {
    title: 'a file that is not text',
    spoil: (workspace) =>
      writeFileSync(join(workspace, 'casebook', 'events.yaml'), Buffer.from([0x2d, 0xff])),
    code: 'workspace/not-utf-8',
    file: 'ours/casebook/events.yaml',
  },
  {
    title: 'a YAML error in the casebook',
    spoil: (workspace) => appendFileSync(join(workspace, 'casebook', 'events.yaml'), '\n- id: "not closed\n'),
    code: 'casebook/yaml-syntax',
    file: 'ours/casebook/events.yaml',
  },
  {
    title: 'a source that does not exist',
    spoil: addEvent(`{ ${text}, status: reported, sources: [no-such-source] }`),
    code: 'evidence/dead-source',
    file: 'ours/casebook/events.yaml',
  },
  {
    title: 'a reference that leads nowhere',
    spoil: (workspace) => {
      addEvent(`{ ${text}, status: unknown, sources: [] }\n  about: [no-such-record]`)(workspace)
    },
    code: 'casebook/unresolved-reference',
    file: 'ours/casebook/events.yaml',
  },
  {
    title: 'a claim without a source',
    spoil: addEvent(`{ ${text}, status: reported, sources: [] }`),
    code: 'evidence/unsourced-claim',
    file: 'ours/casebook/events.yaml',
  },
  {
    title: 'units that do not mix',
    spoil: (workspace) => {
      const source = /^- id: (\S+)/m.exec(readText(workspace, 'casebook/sources.yaml'))?.[1]
      addEvent(
        `{ value: 40, unit: percent, status: disputed, sources: [${source}], ` +
          `alternatives: [{ value: 3, unit: t, sources: [${source}] }] }`,
      )(workspace)
    },
    code: 'casebook/unit-mix',
    file: 'ours/casebook/events.yaml',
  },
  {
    title: 'a field that the schema does not have',
    spoil: (workspace) =>
      appendFileSync(join(workspace, 'templates', 'issue-brief.hbs'), '\n{{#each deals}}{{nmae}}{{/each}}\n'),
    code: 'template/unknown-field',
    file: 'ours/templates/issue-brief.hbs',
  },
  {
    title: 'a template that does not exist',
    args: ['render', 'isue-brief', '--workspace', 'ours'],
    code: 'template/unknown',
  },
  {
    title: 'a record that does not exist, for a parameter',
    args: ['render', 'fact-sheet', '--workspace', 'ours', '--set', 'deal=no-such-deal'],
    code: 'brief/unknown-record',
  },
  {
    title: 'a parameter that does not exist',
    args: ['render', 'fact-sheet', '--workspace', 'ours', '--set', 'dael=x'],
    code: 'brief/unknown-parameter',
  },
  {
    title: 'a parameter of the wrong type',
    args: ['render', 'ours/briefs/issue-brief.brief.yaml', '--workspace', 'ours'],
    spoil: (workspace) =>
      writeFileSync(
        join(workspace, 'briefs', 'issue-brief.brief.yaml'),
        'template: fact-sheet\nlanguage: en\nparameters:\n  deal: [one, two]\n',
      ),
    code: 'brief/parameter-type',
    file: 'ours/briefs/issue-brief.brief.yaml',
  },
  {
    title: 'a YAML error in the brief',
    args: ['render', 'ours/briefs/issue-brief.brief.yaml', '--workspace', 'ours'],
    spoil: (workspace) =>
      writeFileSync(join(workspace, 'briefs', 'issue-brief.brief.yaml'), 'template: "issue-brief\n'),
    code: 'brief/yaml-syntax',
    file: 'ours/briefs/issue-brief.brief.yaml',
  },
]

describe('bad input', () => {
  it.each(badInputs)('ends with 1, a place and no file for $title', async ({ spoil, args, code, file }) => {
    const folder = spoiled(spoil ?? (() => undefined))
    const given = args ?? ['render', 'issue-brief', '--workspace', 'ours']
    const { code: exit, errors, printed } = await runJson(folder, ...given, '--out', 'made/brief.pdf')
    expect({ exit, errors, ok: printed.ok }).toEqual({ exit: 1, errors: '', ok: false })
    const found = printed.diagnostics.find((one) => one.code === code)
    expect(found, JSON.stringify(printed.diagnostics, null, 1)).toBeDefined()
    expect(found?.severity).toBe('error')
    expect(found?.hints).not.toEqual([])
    if (file) {
      expect(found?.path).toBe(join(folder, file))
      // What is about the whole of a file has no line that would be at fault.
      const isWhole = ['workspace/missing', 'workspace/not-a-folder', 'workspace/not-a-file'].includes(code)
      if (isWhole) expect(Object.keys(found?.at ?? {})).toEqual(['file'])
      else expect(filePlace(found?.at).line).toBeGreaterThan(0)
    }
    expect(readdirSync(folder)).toEqual(['ours'])
  })

  it('shows the place as file, line and column, seen from where the command runs', async () => {
    const spoil = addEvent(`{ ${text}, status: reported, sources: [] }`)
    const folder = spoiled(spoil, folderWithSmallWorkspace())
    const { errors, out } = await run(join(folder, 'ours', 'casebook'), 'check', '--workspace', '..')
    expect(errors).toMatch(/^events\.yaml:\d+:\d+: error: .+ \[evidence\/unsourced-claim\]\n {4}\S/m)
    expect(out).toMatch(/^checked .+: 1 error/)
  })

  it('shows ten mistakes at once', async () => {
    const folder = spoiled((workspace) => {
      const claims = Array.from({ length: 10 }, (_, index) =>
        event(`{ ${text}, status: reported, sources: [] }`).replace('added-by-hand', `added-${index}`),
      )
      appendFileSync(join(workspace, 'casebook', 'events.yaml'), claims.join(''))
    }, folderWithSmallWorkspace())
    const { printed } = await runJson(folder, 'check', '--workspace', 'ours')
    expect(printed.diagnostics.filter((one) => one.code === 'evidence/unsourced-claim')).toHaveLength(10)
  })
})

describe('output that cannot be written', () => {
  it.each<[string, string, string, string?]>([
    ['a folder of that name', 'workspace/not-a-file', 'ours/briefs/', 'fact-sheet.en.pdf'],
    ['under a file', 'workspace/not-a-folder', 'ours/casebook/casebook.yaml/x/brief.pdf'],
    ['a device', 'workspace/not-a-file', '/dev/full'],
    ['a file that is no export', 'workspace/would-overwrite', 'ours/casebook/casebook.yaml'],
  ])('ends with 1 and leaves all as it was: %s', async (_, code, out, taken) => {
    const folder = spoiled((workspace) => taken && mkdirSync(join(workspace, 'briefs', taken)))
    const before = readdirSync(folder, { recursive: true }).sort()
    const { code: exit, printed } = await runJson(
      folder,
      'render',
      'fact-sheet',
      '--set',
      'deal=orion-glencore',
      '--out',
      out,
    )
    expect(exit).toBe(1)
    expect(printed.diagnostics).toContainEqual(
      expect.objectContaining({ code, path: out.startsWith('/') ? out : join(folder, out, taken ?? '') }),
    )
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before)
    expect(existsSync('/dev/full')).toBe(true)
  })

  it('says of a path with folders that are not there that the disk is read-only', async ({ skip }) => {
    const folder = freshFolder()
    const script = `
      mount -t tmpfs tmpfs "$0" && mkdir "$0/there" && mount -o remount,ro "$0" || exit 77
      for into in "$0/a/b" "$0/there/a/b/c" "$0/there"; do
        "$1" "$2" new workspace "$into"; echo "ended with $?"
      done
      "$1" "$2" pack export fact-sheet --out "$0/a/b/x.briefpack"; echo "ended with $?"`
    const ran = await runOnDisk(folder, script)
    if (!ran) return skip()
    expect(ran.out).toBe('ended with 1\n'.repeat(4))
    expect(ran.errors.match(/the disk is read-only/g)).toHaveLength(4)
  })

  it('keeps the earlier PDF when the disk is full', async ({ skip }) => {
    const folder = freshFolder()
    const script = `
      mount -t tmpfs -o size=16k tmpfs "$0" || exit 77
      printf '%%PDF-1.7 earlier' > "$0/brief.pdf"
      "$1" "$2" render fact-sheet --set deal=orion-glencore --out "$0/brief.pdf"
      echo "ended with $?"; ls -A "$0"; cat "$0/brief.pdf"`
    const ran = await runOnDisk(folder, script)
    if (!ran) return skip()
    expect(ran.errors).toContain('the disk is full')
    expect(ran.out).toBe('ended with 1\nbrief.pdf\n%PDF-1.7 earlier')
  })
})

it.skipIf(process.platform === 'win32')('says that the folder it was started in is gone', async () => {
  const script = 'mkdir gone && cd gone && rmdir ../gone; exec "$0" "$@"'
  const start = [process.execPath, join(findAppRoot(), commandLineBundle)]
  for (const args of [['templates'], ['check', '--json']]) {
    const { code, out, errors } = await runProgram(freshFolder(), 'sh', ['-c', script, ...start, ...args])
    expect(code).toBe(1)
    expect(out + errors).toContain('the current folder is no longer there')
  }
})

function readText(workspace: string, file: string): string {
  return readFileSync(join(workspace, file), 'utf8')
}
