/** What several calls take: names, texts, paths and whole briefs, each within bounds. */
import * as z from 'zod'
import { byField } from '../../../engine/brief/index.js'
import type { Brief } from '../../../engine/brief/types.js'
import { isDay, languages } from '../../../engine/locale/index.js'
import { pageSizes } from '../../../engine/vocabulary/index.js'
import type { OpenBrief } from '../../contract/index.js'

/** A day as `2026-02-03`. Empty fields are left out of a brief, so nothing else passes. */
const day = z.string().refine(isDay)

export const name = z.string().min(1).max(200)

/** Longer than any narrative an officer writes, and short enough to refuse a runaway paste. */
export const prose = z.string().max(500_000)

export const line = z.string().max(2000)

/** A brief file's path in the workspace. One folder deep and no `..`, so that it cannot leave it. */
export const briefFile = z.string().regex(/^briefs\/(?!\.)[^/\\\0]+\.brief\.yaml$/)

/** The path in the workspace of a text file that its author edits. No hidden name and no `..`, so that it cannot leave it. */
export const textFile = z
  .string()
  .max(1000)
  .regex(/^(briefs|casebook|templates)(\/(?!\.)[^/\\\0]+)+\.(yaml|yml|hbs|md)$/)

export const brief: z.ZodType<Brief> = z.strictObject({
  ...byField({
    id: name.optional(),
    language: z.enum(languages),
    day: day.optional(),
    line: line.optional(),
    size: z.enum(pageSizes).optional(),
    flag: z.boolean().optional(),
    watermark: z.string().max(200).optional(),
    copy: z.strictObject({ number: z.int(), of: z.int(), recipient: z.string().max(200) }).optional(),
    parameters: z.record(name, z.union([prose, z.array(name).max(1000), z.boolean()])),
    narrative: z.record(name, prose),
  }),
  template: name,
})

export const openBrief: z.ZodType<OpenBrief> = z.strictObject({ file: briefFile, brief })

export const path = z.string().min(1).max(4096)

export const number = z.int().min(0)

export const nothing = z.tuple([])
