import { type Diagnostic, type Place, placeKey, type SourceFile } from '../engine/base/index.js'
import { inField } from '../engine/brief/index.js'
import { locateAll } from '../engine/check/index.js'
import type { Setting } from './settings.js'

/** A diagnostic that may be about an option of the command line and not about a file. */
export interface Finding extends Diagnostic {
  /** As it was given: `--set deal`. */
  option?: string
}

/** What the options of a command line say in place of a brief. */
export interface BriefOptions {
  set?: Setting[]
  lang?: string
  asOf?: string
  issued?: string
  size?: string
  theme?: string
  watermark?: string | true
}

/**
 * Puts what the engine says of a brief where the user wrote it: on a line of the brief's file, or on the command line.
 * Other diagnostics are as they were.
 */
export function placeInBrief(
  diagnostics: Diagnostic[],
  file: SourceFile | undefined,
  options: BriefOptions,
): Finding[] {
  const given = givenBy(options)
  return diagnostics.flatMap((one): Finding[] => {
    const { at, ...rest } = one
    const option = at && (given.get(placeKey(at)) ?? (file ? undefined : lackingOption(at)))
    return option === undefined ? locateAll([one], file) : [{ ...rest, option }]
  })
}

/** Options by the places of a brief that they stand for. */
function givenBy({
  set = [],
  lang,
  asOf,
  issued,
  size,
  theme,
  watermark,
}: BriefOptions): Map<string, string> {
  const places: [Place, string, unknown][] = [
    ...set.map(({ name }): [Place, string, unknown] => [{ parameter: name }, `--set ${name}`, true]),
    [inField('language'), '--lang', lang],
    [inField('asOf'), '--as-of', asOf],
    [inField('issued'), '--issued', issued],
    [inField('size'), '--size', size],
    [inField('theme'), '--theme', theme],
    [inField('watermark'), '--watermark', watermark],
  ]
  return new Map(
    places
      .filter(([, , value]) => value !== undefined)
      .map(([place, option]) => [placeKey(place), option] as const),
  )
}

/** Where there is no brief, a parameter can only be given on the command line. */
function lackingOption(place: Place): string | undefined {
  return 'parameter' in place ? `--set ${place.parameter}` : undefined
}
