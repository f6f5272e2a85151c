import { type Diagnostic, type Outcome, settle } from '../base/index.js'
import type { FontFace, Host } from '../host.js'
import type { Theme } from '../theme/index.js'
import type { FontBytes } from './brief-document.js'

/** The bytes of every face of a theme's families. Fails with all that the host says of those that it can't give. */
export function collectFonts(theme: Theme, host: Host): Outcome<FontBytes> {
  const bytes: FontBytes = {}
  const diagnostics: Diagnostic[] = []
  const faces: FontFace[] = ['normal', 'bold', 'italics', 'bolditalics']
  for (const family of new Set(Object.values(theme.fonts))) {
    const found: Partial<Record<FontFace, Uint8Array>> = {}
    for (const face of faces) {
      const font = host.font(family, face)
      if (font.ok) found[face] = font.value
      else diagnostics.push(...font.diagnostics)
    }
    bytes[family] = found
  }
  return settle(bytes, diagnostics)
}
