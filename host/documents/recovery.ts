import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as z from 'zod'
import { type Diagnostic, failure, type Outcome, success } from '../../engine/base/index.js'
import { putFile, systemCodeOf } from '../files/index.js'
import { type Document, isUnsaved } from './document.js'
import { diskFault, documentFault } from './document-faults.js'
import { hashOf } from './snapshot.js'

const schema = z.object({
  workspace: z.string(),
  file: z.string(),
  text: z.string(),
  view: z.unknown().optional(),
  /** What the disk held when the text was last in step with it, to the byte. */
  base: z.string().optional(),
  /** SHA-256 of the text that was on its way to the disk: if it is there now, it is this author's own. */
  saving: z.string().optional(),
})

/** The text of a file that was not saved when the program ended. */
export interface Recovery extends z.infer<typeof schema> {
  /** Where it is kept. */
  path: string
  /** When it was kept, in milliseconds since 1970. */
  when: number
}

/**
 * The texts of a workspace's files that are nowhere else, in a folder of the program's own.
 *
 * Each is a file by itself, named for the workspace, the file and who keeps it, so that two windows on one workspace do
 * not write over each other's. Its first line is the SHA-256 of the rest: what is damaged is told from what is whole.
 */
export interface Recoveries {
  /** Keeps what a document holds, or lets go of it when it is on the disk. */
  keep(document: Document, saving?: string): Promise<Outcome<true>>
  remove(file: string): void
  /** What this window itself kept of a document that it closed. */
  own(file: string): Recovery | undefined
  /** What others kept and did not live to save, the latest first; `faults` for what is damaged, which is put aside. */
  left(faults: Diagnostic[]): Recovery[]
  /** Lets go of what `left` gave, once it is kept under this window's name. */
  forget(recovery: Recovery): void
  end(): void
}

/** Those that are open in this process: what they keep is theirs. */
const living = new Set<string>()

export function openRecoveries(folder: string, workspace: string): Recoveries {
  const keeper = randomBytes(4).toString('hex')
  living.add(keeper)
  const start = hashOf(workspace).slice(0, 24)
  const pathOf = (file: string) => join(folder, `${start}-${hashOf(file).slice(0, 24)}.${keeper}.json`)
  const remove = (path: string) => rmSync(path, { force: true })
  return {
    async keep(document, saving) {
      const { file, text, view, base } = document
      try {
        if (isUnsaved(document)) {
          await mkdir(folder, { recursive: true })
          await putFile(pathOf(file), sealed({ workspace, file, text, view, base: base?.raw, saving }))
        } else remove(pathOf(file))
        return success(true as const)
      } catch (error) {
        return failure(diskFault(error, `${file} (unsaved text)`, 'keep'))
      }
    },
    remove: (file) => remove(pathOf(file)),
    own(file) {
      const recovery = readRecovery(pathOf(file))
      return recovery?.file === file ? recovery : undefined
    },
    left(faults) {
      const found: Recovery[] = []
      for (const name of namesIn(folder, faults)) {
        const [, owner] = /^[0-9a-f-]+\.([0-9a-f]{8})\.json$/.exec(name) ?? []
        if (!name.startsWith(`${start}-`) || owner === undefined || living.has(owner)) continue
        const recovery = readRecovery(join(folder, name))
        if (recovery === undefined) faults.push(putAside(join(folder, name)))
        else if (recovery.workspace === workspace) found.push(recovery)
      }
      return found.sort((one, other) => other.when - one.when)
    },
    forget({ path, file }) {
      if (path !== pathOf(file)) remove(path)
    },
    end() {
      living.delete(keeper)
    },
  }
}

function sealed(recovery: z.infer<typeof schema>): string {
  const content = JSON.stringify(recovery)
  return `${hashOf(content)}\n${content}`
}

function readRecovery(path: string): Recovery | undefined {
  try {
    const [seal, content] = splitOnce(readFileSync(path, 'utf8'))
    if (hashOf(content) !== seal) return undefined
    return { ...schema.parse(JSON.parse(content)), path, when: statSync(path).mtimeMs }
  } catch {
    return undefined
  }
}

function splitOnce(text: string): [string, string] {
  const end = text.indexOf('\n')
  return [text.slice(0, end), text.slice(end + 1)]
}

function putAside(path: string): Diagnostic {
  const aside = `${path}.damaged`
  let kept = aside
  try {
    renameSync(path, aside)
  } catch {
    kept = path
  }
  return documentFault(
    'recovery-damaged',
    `an unsaved text cannot be read: the file \`${basename(kept)}\` that kept it is damaged`,
    `look into \`${kept}\` with a text editor`,
  )
}

function namesIn(folder: string, faults: Diagnostic[]): string[] {
  try {
    return readdirSync(folder).sort()
  } catch (error) {
    if (systemCodeOf(error) !== 'ENOENT') faults.push(diskFault(error, folder, 'open'))
    return []
  }
}
