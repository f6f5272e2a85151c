import { type Diagnostic, diagnosticsOf } from '../engine/diagnostic.js'
import type { SourceFile } from '../engine/host.js'
import { parseTheme } from '../engine/pdf/index.js'

/** For the reading of packs, which cannot reach where themes are read. Loads what draws: for the worker alone. */
export const themeFaults = (file: SourceFile): Diagnostic[] => diagnosticsOf(parseTheme(file))
