import type { Outcome } from './base/index.js'
import type { IsoDate } from './locale/index.js'

/** The faces that every font family of a theme must have. */
export type FontFace = 'normal' | 'bold' | 'italics' | 'bolditalics'

/**
 * What the engine asks of the machine it runs on. The Node host reads folders; the one for tests is a `Map`.
 */
export interface Host {
  /** The bytes of a font that a theme names, by family (`Source Serif 4`) and face, or of a family that comes along with the
   * program; bold is the semibold cut. */
  font(family: string, face: FontFace): Outcome<Uint8Array>
  /** A file of the program's own `assets/`, by its path from there: map data. */
  asset(path: string): Outcome<Uint8Array>
  /** A picture of the workspace, by its path from there: `assets/logo.png`. Never leads out of it. */
  picture(path: string): Outcome<Uint8Array>
  /** Today, by the user's calendar. The engine uses it only where a brief gives no issue date. */
  today(): IsoDate
  /** SHA-256 of `bytes` in small hexadecimal letters. */
  digest(bytes: Uint8Array): string
  /** The program's own version: `0.1.0`. It stands in every dossier. */
  version(): string
}
