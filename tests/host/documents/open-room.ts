import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { Outcome } from '../../../engine/base/index.js'
import { type Documents, type DocumentsOptions, openDocuments } from '../../../host/documents/index.js'
import { freshFolder } from '../fresh-folder.js'
import { countedClock } from './counted-clock.js'

export const file = 'briefs/a.brief.yaml'
export const start = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\n'

/** A workspace with one brief in it, and a folder for the program's own files. */
export function newWorkspace(content: string | Uint8Array = start) {
  const folder = freshFolder()
  const workspace = join(folder, 'workspace')
  const dataFolder = join(folder, 'data')
  mkdirSync(join(workspace, 'briefs'), { recursive: true })
  const path = join(workspace, file)
  writeFileSync(path, content)
  return { folder, workspace, dataFolder, path }
}

/** A room whose time the test moves on; it ends with the test. */
export async function openRoom(options: Omit<DocumentsOptions, 'clock'>) {
  const clock = countedClock()
  const opened = await openDocuments({ ...options, clock })
  const documents = valueIn(opened)
  onTestFinished(async () => {
    await documents.end()
  })
  return { documents, clock, warnings: opened.ok ? opened.warnings : [] }
}

export function valueIn<T>(outcome: Outcome<T>): T {
  expect(outcome).toMatchObject({ ok: true })
  if (!outcome.ok) throw new Error('unreachable')
  return outcome.value
}

export function codesOf(outcome: Outcome<unknown>): string[] {
  return outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code)
}

/** Hands in a text as a view does that shows what is there. */
export function type(documents: Documents, text: string, view?: unknown) {
  const { version } = valueIn(documents.state(file))
  return valueIn(documents.change(file, { text, view, kind: 'narrative', version }))
}

/** The state that a window would show. */
export function shown(documents: Documents) {
  return valueIn(documents.state(file))
}
