import { cpSync, lstatSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { StoredFile } from '../../engine/dossier/index.js'

/** The folders that a case runs among. */
export interface Sandbox {
  /** Holds everything of a case; made anew for each. */
  caseFolder: string
  /** A program without templates of its own, with the fonts and maps of the real one. */
  program: string
  /** Begins the next case: its folder is empty. */
  clear(): void
  /** What lies in the sandbox, by path from its root: size, time of its last change and kind of each. */
  look(): Map<string, string>
}

/** What a process that runs cases in the sandbox of `root` takes for its home, its current folder and that for passing files. */
export function foldersAround(root: string): Record<'home' | 'current' | 'passing', string> {
  const [home, current, passing] = ['home', 'current', 'passing'].map((name) => join(root, 'around', name))
  return { home, current, passing } as Record<'home' | 'current' | 'passing', string>
}

/** Makes the folders of a sandbox in `root`, a folder that is there. */
export function openSandbox(root: string, appRoot: string): Sandbox {
  const at = (...names: string[]) => join(root, ...names)
  const around = foldersAround(root)
  for (const folder of [at('program/templates'), at('case'), ...Object.values(around)])
    mkdirSync(folder, { recursive: true })
  for (const folder of Object.values(around)) writeFileSync(join(folder, 'canary.txt'), 'sings\n')
  symlinkSync(join(appRoot, 'assets'), at('program/assets'))
  cpSync(join(appRoot, 'package.json'), at('program/package.json'))
  const caseFolder = at('case')
  return {
    caseFolder,
    program: at('program'),
    clear() {
      for (const name of readdirSync(caseFolder))
        rmSync(join(caseFolder, name), { recursive: true, force: true })
    },
    look: () => new Map(listOf(root, '')),
  }
}

/** Puts files, by their paths in it, into a folder that need not be there. */
export function putFiles(folder: string, files: readonly StoredFile[]): void {
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
}

/** What was made, changed or taken away outside of the places that `mayWrite` names, each a pattern of paths. */
export function strays(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  mayWrite: RegExp,
): string[] {
  const changed = [...after].filter(([path, facts]) => before.get(path) !== facts).map(([path]) => path)
  const gone = [...before.keys()].filter((path) => !after.has(path))
  return [...changed, ...gone].filter((path) => !mayWrite.test(path))
}

function* listOf(root: string, below: string): Generator<[path: string, facts: string]> {
  for (const name of readdirSync(join(root, below))) {
    const path = below === '' ? name : `${below}/${name}`
    const facts = lstatSync(join(root, path), { bigint: true })
    if (facts.isDirectory()) {
      yield [path, 'folder']
      yield* listOf(root, path)
    } else yield [path, `${facts.mode} ${facts.size} ${facts.mtimeNs} ${facts.ino}`]
  }
}
