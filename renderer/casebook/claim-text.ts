import { unreachable } from '../../engine/base/index.js'
import { figureOf, percentOf } from '../../engine/casebook/index.js'
import type { Alternative, Claim, ClaimValue } from '../../engine/casebook/types.js'
import {
  boundWords,
  formatDate,
  formatList,
  formatNumber,
  formatQuantity,
  type Language,
  textIn,
} from '../../engine/locale/index.js'

/** A claim's value as the window shows it: every reading of a disputed one, in the order of the file. */
export function claimReadings(claim: Claim, language: Language): { text: string; sources: string[] }[] {
  const readings: Pick<Alternative, 'value' | 'unit' | 'bound' | 'measure' | 'sources'>[] =
    claim.alternatives && claim.alternatives.length > 0 ? claim.alternatives : [claim]
  return readings.map((reading) => ({ text: readingText(reading, language), sources: reading.sources }))
}

function readingText(
  reading: Pick<Alternative, 'value' | 'unit' | 'bound' | 'measure'>,
  language: Language,
): string {
  const { value, unit, bound, measure } = reading
  const words = measure === undefined ? '' : ` ${textIn(measure, language)}`
  if (value.kind === 'number' || value.kind === 'range')
    return formatQuantity(figureOf(value), unit, language, bound ? { bound } : {}) + words
  return valueText(value, language) + words
}

function valueText(value: Exclude<ClaimValue, { kind: 'number' | 'range' }>, language: Language): string {
  switch (value.kind) {
    case 'text':
      return textIn(value.text, language)
    case 'date':
      return formatDate(value.date, language)
    case 'place':
      return (value.written ?? [value.latitude, value.longitude])
        .map((angle) => `${formatNumber(angle, language)}°`)
        .join(', ')
    case 'list':
      return formatList(
        value.items.map((item) => textIn(item, language)),
        language,
      )
    case 'shares':
      return value.shares
        .map((share) => {
          const bound = share.bound ? `${boundWords[share.bound][language]} ` : ''
          const percent = percentOf(share)
          const amount =
            percent === undefined ? '' : ` ${bound}${formatQuantity(percent, 'percent', language)}`
          return textIn(share.name, language) + amount
        })
        .join(' · ')
    case 'flag':
      return value.flag ? (language === 'fr' ? 'oui' : 'yes') : language === 'fr' ? 'non' : 'no'
    default:
      return unreachable(value)
  }
}
