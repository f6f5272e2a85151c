import { isScalar } from 'yaml'
import * as z from 'zod'
import {
  type Diagnostic,
  type Outcome,
  type SourceFile,
  settle,
  startOf,
  withoutByteOrderMark,
} from '../../base/index.js'
import type { ParameterValue } from '../../brief/types.js'
import { collectionNames } from '../../casebook/index.js'
import type { PageSetup } from '../../document/index.js'
import { isDay, type Language, type LocalText } from '../../locale/index.js'
import { pageSizes } from '../../vocabulary/index.js'
import {
  checkShape,
  cutTexts,
  isWord,
  nodeAt,
  placeAtPath,
  readYamlFile,
  type YamlFile,
} from '../../yaml/index.js'
import type { Parameter, Section, Template } from '../types.js'

const word = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a word in small letters, digits and hyphens')
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, 'a word of letters and digits')
const prose = z.union([
  z.string(),
  z.strictObject({ en: z.string(), fr: z.string().optional() }),
  z.strictObject({ en: z.string().optional(), fr: z.string() }),
])
const isoDate = z.string().refine(isDay, 'a day of the calendar like 2026-02-03')
const count = z.int().min(1)

/** What templates reach by name without declaring it. */
const reservedNames: string[] = [...collectionNames, 'brief', 'casebook', 'template', 'this']

const parameterBase = { name, label: prose, help: prose.optional(), required: z.boolean().default(false) }
const parameter = z.discriminatedUnion('type', [
  z.strictObject({
    ...parameterBase,
    type: z.literal('record'),
    collection: z.enum(collectionNames),
    default: z.string().optional(),
  }),
  z.strictObject({
    ...parameterBase,
    type: z.literal('records'),
    collection: z.enum(collectionNames),
    atLeast: count.optional(),
    atMost: count.optional(),
    default: z.union([z.literal('featured'), z.array(z.string())]).optional(),
  }),
  z.strictObject({
    ...parameterBase,
    type: z.literal('choice'),
    choices: z.array(z.strictObject({ value: z.string(), label: prose })).min(1),
    default: z.string().optional(),
  }),
  z.strictObject({
    ...parameterBase,
    type: z.literal('text'),
    maxLength: count.optional(),
    default: z.string().optional(),
  }),
  z.strictObject({ ...parameterBase, type: z.literal('date'), default: isoDate.optional() }),
  z.strictObject({ ...parameterBase, type: z.literal('flag'), default: z.boolean().optional() }),
])

/** The front matter of a template, as it is written. */
export const frontMatterShape = z.strictObject({
  id: word,
  title: prose,
  description: prose,
  kind: z.string(),
  languages: z.array(z.enum(['en', 'fr'])).min(1),
  version: z.string(),
  parameters: z.array(parameter).default([]),
  sections: z
    .array(
      z.strictObject({
        id: word,
        title: prose,
        guidance: prose.optional(),
        default: prose.optional(),
        required: z.boolean().default(false),
        maxWords: count.optional(),
      }),
    )
    .default([]),
  page: z
    .strictObject({
      size: z.enum(pageSizes).default('A4'),
      orientation: z.enum(['portrait', 'landscape']).default('portrait'),
      theme: word.optional(),
      pages: z.union([z.strictObject({ exactly: count }), z.strictObject({ atMost: count })]).optional(),
    })
    .default({ size: 'A4', orientation: 'portrait' }),
  theme: word.optional(),
  layout: word.optional(),
})

/**
 * Front matter of a layout or partial: what it is for, whether `{{{ }}}` is allowed in it (T8), and which arguments
 * may be left out when it is called.
 */
const partFrontMatter = z.strictObject({
  description: prose.optional(),
  trusted: z.boolean().default(false),
  arguments: z.array(name).default([]),
})

/**
 * Reads the head of a template file and keeps its body unread.
 *
 * Fails with every fault of the front matter: `template/no-front-matter`, `template/yaml-syntax`,
 * `template/unknown-field`, `template/field`, `template/duplicate`.
 */
export function parseTemplate(file: SourceFile): Outcome<Template> {
  const cut = cutFrontMatter(file)
  if (!cut.head) {
    return settle(undefined as never, [
      {
        severity: 'error',
        code: 'template/no-front-matter',
        message: 'found no front matter, expected YAML between two lines `---` at the start',
        hints: ['begin the file with `---`, `id: …`, `title: …` and close it with `---`'],
        at: startOf(file.path),
      },
    ])
  }
  const { file: yaml, diagnostics } = readYamlFile({ path: file.path, text: cut.head }, 'template')
  if (!yaml) return { ok: false, diagnostics }
  const head = checkShape(yaml, frontMatterShape, 'template', diagnostics)
  diagnostics.push(...cutTexts(yaml, 'template', isProse))
  if (!head) return { ok: false, diagnostics }
  for (const [list, key] of [
    [head.parameters.map((one) => one.name), 'parameter'],
    [head.sections.map((one) => one.id), 'section'],
  ] as const) {
    diagnostics.push(...duplicates(list, key, file))
  }
  for (const [index, { name: taken }] of head.parameters.entries()) {
    if (!reservedNames.includes(taken)) continue
    diagnostics.push({
      severity: 'error',
      code: 'template/reserved-name',
      message: `the parameter \`${taken}\` has a name that already stands for something else`,
      hints: ['choose another name'],
      at: placeAtPath(yaml, ['parameters', index, 'name']),
    })
  }
  const page: PageSetup = {
    size: head.page.size,
    orientation: head.page.orientation,
    theme: head.page.theme ?? head.theme ?? 'agency',
    pages: head.page.pages,
  }
  return settle(
    {
      id: head.id,
      title: head.title as LocalText,
      description: head.description as LocalText,
      kind: head.kind,
      languages: head.languages,
      version: head.version,
      parameters: head.parameters as (Parameter & { default?: ParameterValue })[],
      sections: (head.sections as Section[]).map((section, index) =>
        withDefaultTexts(section, index, yaml, cut.head as string),
      ),
      page,
      layout: head.layout,
      body: cut.body,
      bodyLine: cut.bodyLine,
      file,
    },
    diagnostics,
  )
}

/** Fields that hold text for people; a default does, unless it is an id or a word of a list. */
const proseFields = ['title', 'description', 'label', 'help', 'guidance']

function isProse(path: readonly string[], value: string): boolean {
  const field = path.findLast((name) => name !== 'en' && name !== 'fr') ?? ''
  return proseFields.includes(field) || (field === 'default' && !isWord(value))
}

/** Where the default texts of a section stand, for faults in them. */
function withDefaultTexts(section: Section, index: number, yaml: YamlFile, text: string): Section {
  const { default: prose } = section
  if (prose === undefined) return section
  const path = ['sections', index, 'default']
  const defaultTexts =
    typeof prose === 'string'
      ? placedText(yaml, path, text)
      : (Object.keys(prose) as Language[]).flatMap((language) =>
          placedText(yaml, [...path, language], text).map((placed) => ({ ...placed, language })),
        )
  return { ...section, defaultTexts }
}

function placedText(
  yaml: YamlFile,
  path: (string | number)[],
  text: string,
): NonNullable<Section['defaultTexts']> {
  const node = nodeAt(yaml.root, path)
  if (!isScalar(node) || typeof node.value !== 'string') return []
  const { line, column } = placeAtPath(yaml, path)
  if (node.type === 'PLAIN') return [{ text: node.value, line, column }]
  if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')
    return [{ text: node.value, line, column: column + 1 }]
  // A block of lines begins on the next one, as far in as its first.
  const indent = /^ */.exec(text.split('\n')[line] ?? '')?.[0].length ?? 0
  return [{ text: node.value, line: line + 1, column: indent + 1 }]
}

/** A layout or partial: its front matter is optional. */
export interface Part {
  file: string
  text: string
  line: number
  isTrusted: boolean
  /** Names that it knows even where a call does not give them. */
  arguments: string[]
}

export function parsePart(file: SourceFile): { part: Part; diagnostics: Diagnostic[] } {
  const cut = cutFrontMatter(file)
  const part: Part = { file: file.path, text: cut.body, line: cut.bodyLine, isTrusted: false, arguments: [] }
  if (!cut.head) return { part, diagnostics: [] }
  const { file: yaml, diagnostics } = readYamlFile({ path: file.path, text: cut.head }, 'template')
  const head = yaml && checkShape(yaml, partFrontMatter, 'template', diagnostics)
  if (yaml) diagnostics.push(...cutTexts(yaml, 'template', isProse))
  return {
    part: { ...part, isTrusted: head?.trusted ?? false, arguments: head?.arguments ?? [] },
    diagnostics,
  }
}

/** The YAML keeps its line numbers: its first line is blank where the `---` was. */
function cutFrontMatter(file: SourceFile): { head?: string; body: string; bodyLine: number } {
  const text = withoutByteOrderMark(file.text).replace(/\r\n?/g, '\n')
  const match = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(text)
  if (match?.index !== 0) return { body: text, bodyLine: 1 }
  return {
    head: `\n${match[1] ?? ''}`,
    body: text.slice(match[0].length),
    bodyLine: match[0].split('\n').length - (match[0].endsWith('\n') ? 0 : 1),
  }
}

function duplicates(names: string[], what: string, file: SourceFile): Diagnostic[] {
  return [...new Set(names.filter((one, index) => names.indexOf(one) !== index))].map((one) => ({
    severity: 'error',
    code: 'template/duplicate',
    message: `the ${what} \`${one}\` is declared twice`,
    hints: [`rename or remove one of them`],
    at: startOf(file.path),
  }))
}
