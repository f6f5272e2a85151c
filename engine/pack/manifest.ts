import * as z from 'zod'
import { type Diagnostic, decodeUtf8, failure, isUtf8, type Outcome, success } from '../base/index.js'
import { packFault } from './pack-fault.js'
import { packManifestPath } from './pack-kind.js'
import { type PackAbout, type PackFile, packKinds } from './types.js'

const formatName = 'briefwright-pack'
const formatVersion = 1

/** A window, a terminal: what is printed there of a pack must not steer it. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Bidi_Control}]*$/u)
const localText = (most: number) =>
  z.union([
    line(most),
    z.object({ en: line(most), fr: line(most).optional() }),
    z.object({ en: line(most).optional(), fr: line(most) }),
  ])
const version = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}([-+][0-9A-Za-z.+-]{1,40})?$/)

// Fields that it does not have are passed by, so that a later program may write more.
const about = z.object({
  id: z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: localText(200),
  description: localText(2000).optional(),
  version,
  author: line(200).optional(),
  licence: line(2000).optional(),
  minimumProgram: version.optional(),
})
const schema = about.extend({
  files: z.array(
    z.object({
      path: z.string(),
      kind: z.enum(packKinds),
      bytes: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
})

export type PackManifest = Omit<z.infer<typeof schema>, keyof PackAbout> & PackAbout

/** The manifest of `files`, as it is written. Same input, same text. */
export function formatPackManifest(about: PackAbout, files: PackFile[], program: string): string {
  const { id, title, description, version, author, licence, minimumProgram } = about
  const manifest = {
    format: `${formatName}/${formatVersion}`,
    program: { name: 'Briefwright', version: program },
    ...{ id, title, description, version, author, licence, minimumProgram },
    files: files.map(({ path, kind, bytes, sha256 }) => ({ path, kind, bytes: bytes.length, sha256 })),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/**
 * Reads a manifest; `program` is the version that reads it.
 *
 * Fails with `pack/manifest` for what is no manifest, with each field that is not as it should be, and with
 * `pack/newer-format` or `pack/newer-program` for one that this program is too old for.
 */
export function parsePackManifest(bytes: Uint8Array, program: string): Outcome<PackManifest> {
  const json = isUtf8(bytes) ? parseJson(decodeUtf8(bytes)) : undefined
  const format = z.object({ format: z.string() }).safeParse(json).data?.format
  const found = new RegExp(`^${formatName}/(\\d{1,6})$`).exec(format ?? '')?.[1]
  if (found === undefined) return failure(notAManifest())
  if (Number(found) > formatVersion) return failure(newerFormat(found))
  const minimum = z.object({ minimumProgram: version }).safeParse(json).data?.minimumProgram
  if (minimum && isNewer(minimum, program)) return failure(newerProgram(minimum, program))
  const read = schema.safeParse(json)
  if (read.success) return success(read.data as PackManifest)
  const fields = new Set(read.error.issues.map(({ path }) => path.map(String).join('.')))
  return failure(...[...fields].slice(0, mostFaults).map(wrongField))
}

/** Of a manifest that is wrong throughout, some are enough. */
const mostFaults = 20

/** What is wrong with the words of someone who makes a pack. Fails with `pack/about`, field by field. */
export function checkPackAbout(given: PackAbout): Outcome<PackAbout> {
  const read = about.safeParse(given)
  if (read.success) return success(read.data as PackAbout)
  const fields = new Set(read.error.issues.map(({ path }) => String(path[0])))
  return failure(
    ...[...fields].map(
      (field): Diagnostic => ({
        severity: 'error',
        code: 'pack/about',
        message: `the ${words[field]?.[0] ?? field} of the pack is ${words[field]?.[1] ?? 'not as it should be'}`,
        hints: words[field] ? [words[field][2]] : [],
      }),
    ),
  )
}

const words: Record<string, [name: string, found: string, hint: string]> = {
  id: ['id', 'not a word in small letters, digits and hyphens', 'write it as `house-style`'],
  title: ['title', 'empty, longer than 200 characters or holds control characters', 'give it a short title'],
  description: ['description', 'longer than 2000 characters or holds control characters', 'shorten it'],
  version: ['version', 'not three numbers', 'write it as `1.0.0`'],
  author: ['author', 'longer than 200 characters or holds control characters', 'shorten it'],
  licence: ['licence', 'longer than 2000 characters or holds control characters', 'give its short name'],
  minimumProgram: ['oldest program version', 'not three numbers', 'write it as `0.1.0`'],
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isNewer(one: string, other: string): boolean {
  const parts = (text: string) => text.split(/[-+]/)[0]?.split('.').map(Number) ?? []
  const there = parts(other)
  for (const [index, part] of parts(one).entries()) {
    if (part !== (there[index] ?? 0)) return part > (there[index] ?? 0)
  }
  return false
}

function notAManifest(): Diagnostic {
  return packFault('manifest', `\`${packManifestPath}\` is not the manifest of a pack`)
}

function newerFormat(found: string): Diagnostic {
  return packFault(
    'newer-format',
    `the pack has format ${found}, this program reads formats up to ${formatVersion}`,
    'update Briefwright, or ask for the pack in the older format',
  )
}

function newerProgram(minimum: string, program: string): Diagnostic {
  return packFault(
    'newer-program',
    `the pack needs version ${minimum} of Briefwright or later, and this is version ${program}`,
    'update Briefwright, or ask for an earlier version of the pack',
  )
}

function wrongField(field: string): Diagnostic {
  return packFault('manifest', `\`${field}\` in the manifest is missing or not as it should be`)
}
