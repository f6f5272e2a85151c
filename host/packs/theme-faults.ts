import type { SourceFile } from '../../engine/base/index.js'
import { type Diagnostic, diagnosticsOf } from '../../engine/base/index.js'
import { parseTheme } from '../../engine/theme/index.js'

/** For the reading of packs, which cannot reach where themes are read. */
export const themeFaults = (file: SourceFile): Diagnostic[] => diagnosticsOf(parseTheme(file))
