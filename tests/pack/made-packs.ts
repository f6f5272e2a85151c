import {
  type Diagnostic,
  decodeUtf8,
  diagnosticsOf,
  encodeUtf8,
  type Outcome,
} from '../../engine/base/index.js'
import type { StoredFile } from '../../engine/dossier/index.js'
import { buildPack, type Pack, type PackAbout, readPack } from '../../engine/pack/index.js'
import { createNodeHost } from '../../host/index.js'
import { themeFaults } from '../../host/packs/theme-faults.js'
import { filePlace } from '../base/file-place.js'

export const host = createNodeHost()

export const houseStyle: PackAbout = {
  id: 'house-style',
  title: { en: 'House style', fr: 'Charte de la maison' },
  version: '1.2.0',
  author: 'Desk of the island',
}

export const houseNote = `---
id: house-note
title: { en: House note, fr: Note maison }
description: { en: A short note, fr: Une note brève }
kind: brief
languages: [en, fr]
version: 1.0.0
---
{{> house-head}}
`

export const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])

export const textFile = (path: string, text: string): StoredFile => ({ path, bytes: encodeUtf8(text) })

/** Three files that make a pack in order. */
export const houseFiles: StoredFile[] = [
  textFile('templates/house-note.hbs', houseNote),
  textFile('templates/partials/house-head.hbs', 'From the house: {{brief.title}}\n'),
  { path: 'assets/house/mark.png', bytes: png },
]

/** The files of a pack, its manifest first. */
export function packOf(files: StoredFile[] = houseFiles, about: PackAbout = houseStyle): StoredFile[] {
  const built = buildPack(about, files, host, themeFaults)
  if (!built.ok) throw new Error(JSON.stringify(built.diagnostics, null, 1))
  return built.value
}

/** A pack whose maker has written whatever manifest fits the files, in order or not. */
export function packAround(files: StoredFile[], edit: (manifest: Manifest) => void = () => {}): StoredFile[] {
  const manifest: Manifest = JSON.parse(decodeUtf8(packOf()[0]?.bytes ?? new Uint8Array()))
  manifest.files = files.map(({ path, bytes }) => ({
    path,
    kind: kindIn(path),
    bytes: bytes.length,
    sha256: host.digest(bytes),
  }))
  edit(manifest)
  return [textFile('manifest.json', JSON.stringify(manifest)), ...files]
}

interface Manifest {
  files: { path: string; kind: string; bytes: number; sha256: string }[]
  [field: string]: unknown
}

function kindIn(path: string): string {
  const folder = /^templates\/(layout|partial|theme)s\//.exec(path)?.[1]
  return folder ?? (path.startsWith('assets/') ? 'picture' : 'template')
}

export function read(stored: StoredFile[]): Outcome<Pack> {
  return readPack(stored, host, themeFaults)
}

/** What is wrong with a pack, as `code file`. */
export function faultsOf(stored: StoredFile[]): string[] {
  return diagnosticsOf(read(stored)).map(({ code, at }) => `${code} ${filePlace(at).file}`)
}

export function messagesOf(stored: StoredFile[]): Pick<Diagnostic, 'message' | 'hints'>[] {
  return diagnosticsOf(read(stored)).map(({ message, hints }) => ({ message, hints }))
}
