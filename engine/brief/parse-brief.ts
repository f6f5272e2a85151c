import * as z from 'zod'
import type { SourceFile } from '../base/index.js'
import { type Outcome, settle } from '../base/index.js'
import { isDay } from '../locale/index.js'
import { pageSizes } from '../vocabulary/index.js'
import { checkShape, cutTexts, isWord, readYamlFile, type YamlFile } from '../yaml/index.js'
import { briefFieldKinds, byField } from './fields.js'
import { mostCopies, mostOnRecipient, mostOnWatermark } from './limits.js'
import type { Brief } from './types.js'

/** The fields of a `.brief.yaml`, as they are written. */
export const briefShape = z.strictObject({
  ...byField({
    id: z.string().optional(),
    language: z.enum(['en', 'fr']).default('en'),
    day: z.string().refine(isDay, 'a day of the calendar like 2026-02-03').optional(),
    line: z.string().optional(),
    size: z.enum(pageSizes).optional(),
    flag: z.boolean().optional(),
    watermark: z
      .string()
      .trim()
      .min(1, 'a text')
      .max(mostOnWatermark, `at most ${mostOnWatermark} characters`)
      .optional(),
    copy: z
      .strictObject({
        number: z.int().min(1),
        of: z.int().min(1).max(mostCopies),
        recipient: z.string().trim().min(1).max(mostOnRecipient),
      })
      .refine(({ number, of }) => number <= of, 'a number that is no higher than `of`')
      .optional(),
    parameters: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.boolean()])).default({}),
    narrative: z.record(z.string(), z.string()).default({}),
  }),
  template: z.string(),
})

/**
 * Reads one `.brief.yaml`. Fails with every fault: `brief/yaml-syntax`, `brief/unknown-field`,
 * `brief/missing-field`, `brief/field`. Whether its template and records exist is for `checkBrief`.
 */
export function parseBrief(file: SourceFile): Outcome<Brief> {
  return readBrief(file).brief
}

/** The same with the nodes that it was read from. */
export function readBrief(file: SourceFile): { brief: Outcome<Brief>; yaml?: YamlFile } {
  const { file: yaml, diagnostics } = readYamlFile(file, 'brief')
  if (!yaml) return { brief: { ok: false, diagnostics } }
  const brief = checkShape(yaml, briefShape, 'brief', diagnostics)
  diagnostics.push(...cutTexts(yaml, 'brief', isText))
  return { brief: brief ? settle(withoutGaps(brief), diagnostics) : { ok: false, diagnostics }, yaml }
}

/** Whether a field of a brief is text for people; a parameter is, unless it is an id or a word of a list. */
function isText([field = '', name]: readonly string[], value: string): boolean {
  if (field === 'parameters') return !isWord(value)
  if (field === 'copy') return name === 'recipient'
  const kind = Object.hasOwn(briefFieldKinds, field) && briefFieldKinds[field as keyof Brief]
  return kind === 'line' || kind === 'watermark' || kind === 'narrative'
}

/** Optional fields that are not given are absent, not `undefined`. */
export function withoutGaps(brief: Brief | z.infer<typeof briefShape>): Brief {
  return Object.fromEntries(
    Object.entries(brief).filter(([, value]) => value !== undefined),
  ) as unknown as Brief
}
