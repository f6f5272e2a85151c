import { formatList, formatQuantity, type Language, phrase } from '../../locale/index.js'
import { type Cite, type Description, dataTable } from '../description.js'
import { short } from '../reading.js'
import type { OwnershipSpec } from './spec.js'

/** Every part of every holding, and what is left over. */
export function describeOwnership(spec: OwnershipSpec, language: Language, cite?: Cite): Description {
  const rest = (percent: number) =>
    `${phrase('rest-not-published', language)} (${formatQuantity(percent, 'percent', language)})`
  const isOpen = (holding: OwnershipSpec['holdings'][number]) =>
    holding.rest > 0.5 && holding.parts.every(({ percent }) => percent !== undefined)
  const said = spec.holdings.map((holding) => {
    const parts = holding.parts.map(({ name, printed }) => `${short(name)} ${printed}`)
    if (isOpen(holding)) parts.push(rest(holding.rest))
    return `${short(holding.label)}: ${formatList(parts, language)}.`
  })
  const names = formatList(
    spec.holdings.map(({ label }) => short(label)),
    language,
  )
  const table = dataTable(
    [
      { head: phrase('holding', language) },
      { head: phrase('holder', language) },
      { head: phrase('share', language), alignment: 'right' },
    ],
    spec.holdings.flatMap((holding) => {
      const provenance = { status: holding.status, sources: holding.sources }
      const rows = holding.parts.map(({ name, printed, note }) => ({
        cells: [holding.label, note ? `${name} (${note})` : name, printed],
        provenance,
      }))
      if (isOpen(holding))
        rows.push({
          cells: [
            holding.label,
            phrase('rest-not-published', language),
            formatQuantity(holding.rest, 'percent', language),
          ],
          provenance,
        })
      return rows
    }),
    language,
    cite,
  )
  return { alt: `${phrase('shares-show', language, { names })} ${said.join(' ')}`, table }
}
