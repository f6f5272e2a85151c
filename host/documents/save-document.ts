import { dirname } from 'node:path'
import { failure, type Outcome, success } from '../../engine/base/index.js'
import { makeFolders, putNewFile } from '../files/index.js'
import type { Document } from './document.js'
import { diskFault, documentFault } from './document-faults.js'
import { findFile } from './find-file.js'
import { withEndsOf } from './line-ends.js'
import { lookAtDisk } from './look-at-disk.js'
import { replaceFile } from './replace-file.js'
import { type Snapshot, snapshotOf } from './snapshot.js'

/** What became of writing: it is on the disk, or the disk no longer holds what the document stands on. */
export type Written = { kind: 'written'; snapshot: Snapshot } | { kind: 'overtaken' }

/**
 * Writes the text of a document in place of its base, and of nothing else: what the disk holds is compared once more
 * when the new file lies ready beside it. A file that is gone stays gone.
 */
export async function writeDocument(root: string, document: Document): Promise<Outcome<Written>> {
  const { file, base, text } = document
  const snapshot = snapshotOf(base ? withEndsOf(base.raw, text) : text)
  try {
    if (!base) return success(await writeNew(root, file, snapshot))
    const found = findFile(root, file, 'save')
    if (found.kind === 'refused') return failure(found.fault)
    if (found.kind === 'gone') return success({ kind: 'overtaken' } as const)
    const isBase = () => {
      const disk = lookAtDisk(root, file, 'save')
      return disk.kind === 'there' && disk.snapshot.hash === base.hash
    }
    const isWritten = await replaceFile(found.path, snapshot.raw, isBase)
    return success(isWritten ? { kind: 'written', snapshot } : { kind: 'overtaken' })
  } catch (error) {
    return failure(diskFault(error, file, base ? 'save' : 'create'))
  }
}

/** Puts a document back whose file, and perhaps folder, went away, because its author says so. */
export async function putBackDocument(root: string, document: Document): Promise<Outcome<Written>> {
  const { file, base, text, gone } = document
  if (gone === 'workspace') {
    return failure(
      documentFault(
        'workspace-gone',
        `cannot put \`${file}\` back: the folder of the workspace is no longer there`,
        'connect its disk or put the folder back',
        'save it elsewhere',
      ),
    )
  }
  try {
    return success(await writeNew(root, file, snapshotOf(base ? withEndsOf(base.raw, text) : text)))
  } catch (error) {
    return failure(diskFault(error, file, 'create'))
  }
}

/** Writes a text to `path`, absolute, where nothing may be yet and whose folder is there. */
export async function writeElsewhere(path: string, { base, text }: Document): Promise<Outcome<string>> {
  try {
    if (await putNewFile(path, base ? withEndsOf(base.raw, text) : text)) return success(path)
    return failure(alreadyThere(path))
  } catch (error) {
    return failure(diskFault(error, path, 'create'))
  }
}

export function alreadyThere(file: string) {
  return documentFault(
    'already-there',
    `cannot create \`${file}\`: there is one already`,
    'choose another name',
  )
}

/** The folders of a workspace are made as they are needed, but never the workspace. */
async function writeNew(root: string, file: string, snapshot: Snapshot): Promise<Written> {
  const found = findFile(root, file, 'create')
  if (found.kind !== 'gone' || found.gone === 'workspace') return { kind: 'overtaken' }
  if (found.gone === 'folder') makeFolders(dirname(found.path))
  return (await putNewFile(found.path, snapshot.raw)) ? { kind: 'written', snapshot } : { kind: 'overtaken' }
}
