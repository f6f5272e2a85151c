import type { SourceFile } from '../engine/base/index.js'
import { type Diagnostic, diagnosticsOf } from '../engine/base/index.js'
import { parseTheme } from '../engine/pdf/index.js'

/** For the reading of packs, which cannot reach where themes are read. Loads what draws: for the worker alone. */
export const themeFaults = (file: SourceFile): Diagnostic[] => diagnosticsOf(parseTheme(file))
