import type { Node } from 'yaml'
import { isMap } from 'yaml'
import type { z } from 'zod'
import type { Diagnostic, FilePlace } from '../base/index.js'
import { fewFaults, nearest } from '../base/index.js'
import { fieldsOf, type Layer, nodeAt, placeOf, plain, wordsFor, type YamlFile } from './yaml-file.js'

/**
 * The file's content as `schema` gives it, or nothing, with every fault added to `diagnostics`:
 * `LAYER/unknown-field` with the nearest name, `LAYER/missing-field`, `LAYER/field` for the rest.
 */
export function checkShape<T>(
  yaml: YamlFile,
  schema: z.ZodType<T>,
  layer: Layer,
  diagnostics: Diagnostic[],
): T | undefined {
  const found = plain(yaml.root)
  const result = schema.safeParse(found ?? {})
  if (result.success) return result.data
  const faults = result.error.issues
    .slice(0, mostIssues)
    .flatMap((issue) => describeIssue(yaml, found, schema, issue, layer))
  diagnostics.push(...fewFaults(faults, layer))
  return undefined
}

/** Issues that are looked up in the file; each may go through all of it. */
const mostIssues = 1001

/** The place of what stands at `path`, or of the nearest thing around it. */
export function placeAtPath(yaml: YamlFile, path: readonly PropertyKey[]): FilePlace {
  return placeOf(yaml, nodeAt(yaml.root, path))
}

function describeIssue(
  yaml: YamlFile,
  found: unknown,
  schema: z.ZodType,
  issue: z.core.$ZodIssue,
  layer: Layer,
): Diagnostic[] {
  const node = nodeAt(yaml.root, issue.path)
  const at = placeOf(yaml, node)
  const field = issue.path.length > 0 ? `\`${issue.path.map(String).join('.')}\`` : 'the file'
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path)
    return issue.keys.map((key) => {
      const guess = nearest(key, known)
      return {
        severity: 'error',
        code: `${layer}/unknown-field`,
        message: `no field \`${key}\`${issue.path.length > 0 ? ` in ${field}` : ''}`,
        hints: guess
          ? [`did you mean \`${guess}\`?`]
          : known.length > 0
            ? [`there are: ${known.join(', ')}`]
            : [],
        at: keyPlace(yaml, node, key) ?? at,
      }
    })
  }
  if (isMissing(found, issue.path)) {
    return [
      {
        severity: 'error',
        code: `${layer}/missing-field`,
        message: `${field} is missing`,
        hints: [`add \`${String(issue.path.at(-1))}: …\``],
        at,
      },
    ]
  }
  return [
    {
      severity: 'error',
      code: `${layer}/field`,
      message: `found ${wordsFor(node)} for ${field}, expected ${expected(issue)}`,
      hints: [],
      at,
    },
  ]
}

function expected(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return (
        {
          string: 'text',
          array: 'a list',
          object: 'a group of fields',
          boolean: '`true` or `false`',
          int: 'a whole number',
          record: 'a group of fields',
        }[issue.expected as string] ?? `a ${issue.expected}`
      )
    case 'invalid_value':
      return issue.values.map((value) => `\`${String(value)}\``).join(' or ')
    case 'invalid_format':
      return issue.message
    case 'too_small':
      return `at least ${issue.minimum}`
    case 'too_big':
      return `at most ${issue.maximum}`
    case 'invalid_union':
      return issue.discriminator ? 'one of the known types' : firstWords(issue)
    default:
      return issue.message.toLowerCase()
  }
}

/** What the readings of a union expect, each once. */
function firstWords(issue: z.core.$ZodIssueInvalidUnion): string {
  const words = issue.errors.flatMap((errors) =>
    errors[0] ? [errors[0].code === 'unrecognized_keys' ? 'known fields only' : expected(errors[0])] : [],
  )
  return [...new Set(words)].join(' or ') || 'something else'
}

function isMissing(found: unknown, path: readonly PropertyKey[]): boolean {
  if (path.length === 0) return false
  let here = found
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return false
    here = (here as Record<PropertyKey, unknown>)[step]
  }
  return here === undefined
}

/** The names of the fields that a schema has at `path`; none where it cannot be told. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let here: unknown = schema
  for (const step of path) {
    here = unwrap(here)
    const definition = (here as { def?: { shape?: Record<PropertyKey, unknown>; element?: unknown } }).def
    here = typeof step === 'number' ? definition?.element : definition?.shape?.[step]
    if (here === undefined) return []
  }
  here = unwrap(here)
  const definition = (here as { def?: { shape?: object; options?: unknown[] } }).def
  if (definition?.shape) return Object.keys(definition.shape)
  return (definition?.options ?? []).flatMap((option) =>
    Object.keys((option as { def?: { shape?: object } }).def?.shape ?? {}),
  )
}

function unwrap(schema: unknown): unknown {
  let here = schema as { def?: { innerType?: unknown } } | undefined
  while (here?.def?.innerType) here = here.def.innerType as typeof here
  return here
}

function keyPlace(yaml: YamlFile, node: Node | null, key: string): FilePlace | undefined {
  if (!isMap(node)) return undefined
  const found = fieldsOf(node).find((field) => field.name === key)
  return found && placeOf(yaml, found.key)
}
