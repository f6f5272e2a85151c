import { formatList, type Language, phrase, statusLabels } from '../../locale/index.js'
import { type Cite, type Description, dataTable } from '../description.js'
import { short } from '../reading.js'
import type { BarChartSpec } from './spec.js'

/** Every bar with its figure, what it measures and its sources. */
export function describeBarChart(spec: BarChartSpec, language: Language, cite?: Cite): Description {
  const known = spec.bars.filter(({ amount }) => amount)
  const unknown = spec.bars.filter(({ amount }) => !amount)
  const said = known.map(({ label, printed, status }) => {
    const doubt = status === 'confirmed' ? '' : ` (${statusLabels[status][language]})`
    return `${short(label)} ${printed}${doubt}`
  })
  const alt = [
    phrase('bars-show', language, { count: spec.bars.length }),
    ...(said.length > 0 ? [`${said.join('; ')}.`] : []),
    ...(unknown.length > 0
      ? [
          phrase('bars-unknown', language, {
            names: formatList(
              unknown.map(({ label }) => short(label)),
              language,
            ),
          }),
        ]
      : []),
  ].join(' ')
  const hasMeasures = spec.bars.some(({ measure }) => measure)
  const table = dataTable(
    [
      { head: phrase('chart-item', language) },
      { head: phrase('value', language), alignment: 'right' },
      ...(hasMeasures ? [{ head: phrase('particulars', language) }] : []),
    ],
    spec.bars.map((bar) => ({
      cells: [bar.label, bar.printed, ...(hasMeasures ? [bar.measure] : [])],
      provenance: { status: bar.status, sources: bar.sources },
    })),
    language,
    cite,
  )
  return { alt, table }
}
