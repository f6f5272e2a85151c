import { formatList, type Language, phrase } from '../../locale/index.js'
import { type Cite, type Description, dataTable } from '../description.js'
import { short } from '../reading.js'
import type { SankeySpec } from './spec.js'

/** Every band with both its ends, its figure and its sources. */
export function describeSankey(spec: SankeySpec, language: Language, cite?: Cite): Description {
  const known = spec.links.filter(({ amount }) => amount)
  const unknown = spec.links.length - known.length
  const name = (index: number) => spec.nodes[index]?.label ?? ''
  const listed = known.map(
    (link) => `${short(name(link.from))} – ${short(name(link.to))} (${short(link.label)}): ${link.printed}`,
  )
  const alt = [
    phrase('sankey-shows', language, {
      flows: spec.links.length,
      places: formatList(
        spec.nodes.map(({ label }) => short(label)),
        language,
      ),
    }),
    ...(listed.length > 0 ? [`${listed.join('; ')}.`] : []),
    ...(unknown > 0 ? [phrase('sankey-unknown', language, { count: unknown })] : []),
  ].join(' ')
  const table = dataTable(
    [
      { head: phrase('flow', language) },
      { head: phrase('from-place', language) },
      { head: phrase('to-place', language) },
      { head: phrase('amount', language), alignment: 'right' },
    ],
    spec.links.map((link) => ({
      cells: [link.label, name(link.from), name(link.to), link.printed],
      provenance: { status: link.status, sources: link.sources },
    })),
    language,
    cite,
  )
  return { alt, table }
}
