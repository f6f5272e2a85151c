import type { Host } from '../../../engine/host.js'
import type { PdfReader } from '../../../host/index.js'
import type { Random } from '../../small/random.js'
import type { Base } from '../corpus.js'
import type { Sandbox } from '../sandbox.js'

/** What a case is made with. */
export interface Material {
  seed: number
  random: Random
  /** Mostly the smallest. */
  base: Base
  /** Texts to take pieces from. */
  others: readonly string[]
  sandbox: Sandbox
  host: Host
  readPdf: PdfReader
}

/** What came of a case: `rendered`, or the code of the fault for which it was refused. */
export type End = string

/** A kind of file that comes from elsewhere, and what the program does with one. */
export interface Kind {
  /** Where in the sandbox the program may write for it. */
  mayWrite: RegExp
  /** Makes a changed file, in the folder of the case where it is read from there, and gives what is then done and watched. */
  prepare(material: Material): Promise<() => Promise<End>>
}
