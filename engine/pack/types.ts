import type { StoredFile } from '../dossier/index.js'
import type { LocalText } from '../locale/index.js'

export const packKinds = ['template', 'layout', 'partial', 'theme', 'picture'] as const
export type PackKind = (typeof packKinds)[number]

/** What a pack says of itself. */
export interface PackAbout {
  /** Kebab-case; that of the same pack in every version. */
  id: string
  title: LocalText
  description?: LocalText
  /** The pack's own, not the program's. */
  version: string
  author?: string
  /** Under what terms it may be used: a short name or a sentence. */
  licence?: string
  /** The oldest version of the program that can use it: `0.1.0`. */
  minimumProgram?: string
}

export interface PackFile extends StoredFile {
  kind: PackKind
  /** In small hexadecimal letters. */
  sha256: string
}

/** A pack that was read and found to be as its manifest says. */
export interface Pack {
  about: PackAbout
  /** Sorted by path, which is that in a workspace. The manifest is none of them. */
  files: PackFile[]
}

/**
 * What importing a file does: `added` where there was none, `overrides` where the program's own file stands until
 * now (or an untouched copy of it), `replaces` where the workspace has a file of its own, `same` where it has this
 * very file.
 */
export type ImportEffect = 'added' | 'overrides' | 'replaces' | 'same'

export interface PlannedFile {
  path: string
  kind: PackKind
  effect: ImportEffect
  /** In bytes. */
  size: number
  /** Of a template. */
  title?: LocalText
  /** SHA-256 of the workspace's file of this path, when there is one. */
  before?: string
}

/** What importing a pack into one workspace would do. */
export interface ImportPlan {
  about: PackAbout
  files: PlannedFile[]
}
