import * as z from 'zod'
import { decodeUtf8 } from '../base/index.js'
import type { Language } from '../locale/index.js'

export const manifestPath = 'manifest.json'
const format = 'briefwright-dossier/1'

const schema = z.object({
  format: z.literal(format),
  program: z.object({ name: z.string(), version: z.string().max(100) }),
  template: z.string(),
  language: z.enum(['en', 'fr']),
  issued: z.string(),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
})

/** What a dossier holds, and what of it each file is known by. */
export type Manifest = z.infer<typeof schema>

export function formatManifest(
  about: { version: string; template: string; language: Language; issued: string },
  files: Manifest['files'],
): string {
  const { version, ...rest } = about
  const manifest: Manifest = { format, program: { name: 'Briefwright', version }, ...rest, files }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** `undefined` for what is no manifest of this format. */
export function parseManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    return schema.safeParse(JSON.parse(decodeUtf8(bytes))).data
  } catch {
    return undefined
  }
}
