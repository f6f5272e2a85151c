import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { digestsIn, sameFiles, straysIn } from './folder-facts.js'
import { handlesOfNode, run, type Start } from './killed-run.js'
import { makeMaterial } from './material.js'
import type { Material } from './operations.js'
import type { Figures } from './torture.js'

/** How a disk or a system refuses. Each step gives what undoes it, or why it cannot be had here. */
interface Fault {
  name: string
  /** Makes the place to be another disk, before anything is in it. */
  mount?(place: string): Undo | string
  /** Makes the place refuse, once it is filled. */
  impose?(place: string): Undo | string
  /** How the process is started other than usual. */
  start?(start: Start): Start
  /** A run may also go well: what there is of room or of handles may be enough. */
  mayGoWell?: boolean
  /** The code of what is to be said; anything that is not a fault of the program if left out. */
  says?: string
}

type Undo = () => void

const isRoot = process.getuid?.() === 0
const nobody = 65534

const diskFaults: Fault[] = [
  ...[16, 96, 400].map(
    (size): Fault => ({
      name: `a full disk of ${size} kB`,
      mount: (place) => mounted(place, ['-t', 'tmpfs', '-o', `size=${size}k,mode=777`, 'tmpfs']),
      mayGoWell: true,
      says: 'workspace/disk-full',
    }),
  ),
  {
    name: 'a read-only disk',
    says: 'workspace/read-only',
    impose(place) {
      const undo = mounted(place, ['--bind', place])
      if (typeof undo === 'string') return undo
      if (spawnSync('mount', ['-o', 'remount,bind,ro', place]).status === 0) return undo
      undo()
      return 'no disk can be made read-only here'
    },
  },
  {
    name: 'a folder that may not be written',
    says: 'workspace/no-permission',
    impose(place) {
      chmodSync(place, 0o555)
      return () => chmodSync(place, 0o755)
    },
    // Root may write everywhere.
    start: (start) => (isRoot ? { ...start, user: nobody } : start),
  },
  {
    name: 'a folder that goes away meanwhile',
    impose(place) {
      const watcher = watch(place, () => {
        watcher.close()
        rmSync(place, { recursive: true, force: true })
      })
      return () => watcher.close()
    },
    mayGoWell: true,
  },
]

/** Below what Node takes for itself nothing can be said; some ten more are enough for all that the program opens at once. */
function handleFaults(ofNode: number): Fault[] {
  return Array.from({ length: 10 }, (_, more) => ({
    name: `${ofNode + more} open files at most`,
    start: (start: Start) => ({ ...start, handles: ofNode + more }),
    mayGoWell: true,
    says: 'workspace/too-many-open',
  }))
}

/**
 * Lets every disk and system fault meet every command that writes. Each must end with code 1 and words of its own (not
 * with those for a fault of the program), leave what was there as it was, and nothing of its own lying about.
 */
export async function meetFaults(onFigures?: (figures: Figures) => void): Promise<Figures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-faults-'))
  chmodSync(folder, 0o755)
  try {
    const materialFolder = join(folder, 'material')
    mkdirSync(materialFolder)
    const material = await makeMaterial(materialFolder)
    const all: Figures[] = []
    const faults = process.platform === 'win32' ? [] : handleFaults(await handlesOfNode(folder))
    for (const fault of [...diskFaults, ...faults]) {
      const figures: Figures = { name: fault.name, kills: 0, lost: 0, half: 0, strays: 0, examples: [] }
      for (const [name, command] of Object.entries(commandsOn(material))) {
        const place = join(folder, 'place')
        mkdirSync(place)
        const skipped = await meet(fault, name, command, place, material.commandLine, figures)
        rmSync(place, { recursive: true, force: true })
        if (skipped === undefined) continue
        figures.examples.push(`left out: ${skipped}`)
        break
      }
      onFigures?.(figures)
      all.push(figures)
    }
    return all
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What each command that writes is given, and what is in `place` before. */
interface Command {
  fill(place: string): void
  given(place: string): string[]
}

function commandsOn({ workspace, pdf, pack, recipients }: Material): Record<string, Command> {
  const render = ['render', 'fact-sheet', '--workspace', workspace, '--issued', '2026-02-03']
  const earlier = (place: string) => writeFileSync(join(place, 'brief.pdf'), '%PDF-1.7 an earlier one')
  return {
    export: { fill: earlier, given: (place) => [...render, '--out', join(place, 'brief.pdf')] },
    copies: {
      fill: () => undefined,
      given: (place) => [...render, '--out', join(place, 'brief.pdf'), '--copies', recipients],
    },
    'pack export': {
      fill: () => undefined,
      given: (place) => ['pack', 'export', 'issue-brief', '--out', join(place, 'a.briefpack')],
    },
    'new workspace': { fill: () => undefined, given: (place) => ['new', 'workspace', join(place, 'made')] },
    open: { fill: () => undefined, given: (place) => ['open', pdf, '--workspace', join(place, 'made')] },
    'pack import': {
      fill: (place) => {
        for (const name of ['casebook', 'templates', 'briefs'])
          cpSync(join(workspace, name), join(place, name), { recursive: true })
      },
      given: (place) => ['pack', 'import', pack, '--yes', '--workspace', place],
    },
  }
}

/** Gives why it was left out, if it was. */
async function meet(
  { mount, impose, start, mayGoWell, says }: Fault,
  name: string,
  { fill, given }: Command,
  place: string,
  commandLine: string,
  figures: Figures,
): Promise<string | undefined> {
  const note = (kind: 'lost' | 'half' | 'strays', what: string) => {
    figures[kind] += 1
    figures.examples.push(`${kind}: ${name}: ${what}`)
  }
  const undoMount = mount?.(place)
  if (typeof undoMount === 'string') return undoMount
  try {
    if (!filled(place, fill)) return undefined
    const before = digestsIn(place)
    const undo = impose?.(place)
    if (typeof undo === 'string') return undo
    const usual = { arguments: [commandLine, ...given(place)], cwd: tmpdir() }
    const { code, output } = await run(start?.(usual) ?? usual)
    undo?.()
    figures.kills += 1
    const isSaid = code === 1 && output.includes(`[${says ?? ''}`) && !output.includes('[render/crashed]')
    if (!isSaid && !(mayGoWell && code === 0)) note('half', `code ${code}: ${output.slice(0, 300)}`)
    if (!existsSync(place)) return undefined
    const strays = straysIn(place)
    if (strays[0]) note('strays', strays.slice(0, 3).join(', '))
    const after = [...digestsIn(place)].filter(([path]) => before.has(path))
    if (code !== 0 && !sameFiles(new Map(after), before)) note('lost', 'what was there is not as it was')
    return undefined
  } finally {
    undoMount?.()
  }
}

/** A disk may have no room for what a command starts from. */
function filled(place: string, fill: Command['fill']): boolean {
  try {
    fill(place)
    return true
  } catch {
    return false
  }
}

function mounted(place: string, options: string[]): (() => void) | string {
  if (process.platform !== 'linux' || spawnSync('mount', [...options, place]).status !== 0)
    return 'no disk can be mounted here'
  return () => void spawnSync('umount', ['-l', place])
}
