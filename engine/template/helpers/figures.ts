import type { Outcome } from '../../base/index.js'
import { contentOf, type DraftBlock, type DraftInline, type DraftTable } from '../../document/index.js'
import {
  buildBarChart,
  buildOwnership,
  buildRiskMatrix,
  buildRouteMap,
  buildSankey,
  buildStatTable,
  buildTimeline,
  describeFigure,
  type FigureSpec,
} from '../../figures/index.js'
import { type Language, phrase, typeset } from '../../locale/index.js'
import { recordsIn, type Value } from '../values/index.js'
import { citationOf, insertBlock, noteUse, report, reportError } from '../writing/index.js'
import { listOf, namedInlines, namedText, namedUnit, namedWords } from './arguments.js'
import { markdown } from './blocks.js'
import type { Call, Helper } from './helper.js'

const styling = ['caption', 'alt', 'source', 'note', 'id'] as const

/** What every builder takes besides its own options. */
type Built = ReturnType<typeof optionsOf>

/** Figures made from records, each with its words and its table for who cannot see it (T12). */
export const figureHelpers: Helper[] = [
  figure({
    name: 'sankey',
    signature: 'sankey flows value="volume" unit="kt" stages="origin, via, destination" caption="…"',
    docs: 'Flows as bands from where they come from to where they go: `value` is the claim that makes their width, `stages` the fields that name the places on the way.',
    named: ['value', 'unit', 'stages'],
    kinds: { value: 'field', unit: 'unit', stages: 'fields' },
    build: (call, options) => {
      const value = namedText(call, 'value')
      const unit = namedUnit(call)
      const stages = namedWords(call, 'stages')
      return buildSankey(
        recordsOf(call),
        { ...options, ...(value ? { value } : {}), ...(unit ? { unit } : {}), ...(stages ? { stages } : {}) },
        call.run.language,
      )
    },
  }),
  figure({
    name: 'routeMap',
    signature: 'routeMap assets flows group="products" caption="…"',
    docs: 'A map of the records that have a place, and of the routes of flows among them. `group` is the claim of a site whose first item chooses its symbol. Takes several lists.',
    takes: [1, 10],
    named: ['group'],
    kinds: {},
    build: (call, options) => {
      const atlas = call.run.atlas?.()
      if (!atlas) {
        reportError(call.run, 'template/no-atlas', 'there is no map data to draw a map from', call.at)
        return undefined
      }
      if (!atlas.ok) return atlas
      const group = namedText(call, 'group')
      return buildRouteMap(
        recordsOf(call),
        { ...options, atlas: atlas.value, ...(group ? { group } : {}) },
        call.run.language,
      )
    },
  }),
  figure({
    name: 'riskMatrix',
    signature: 'riskMatrix risks category="category" scale="low, medium, high" caption="…"',
    docs: 'Likelihood by impact where every record rates both, in figures or in the words of `scale`; else how many risks of each category have which status.',
    named: ['category', 'scale'],
    kinds: { category: 'field' },
    build: (call, options) => {
      const category = namedText(call, 'category')
      const scale = namedWords(call, 'scale')
      return buildRiskMatrix(
        recordsOf(call),
        { ...options, ...(category ? { category } : {}), ...(scale ? { scale } : {}) },
        call.run.language,
      )
    },
  }),
  figure({
    name: 'timeline',
    signature: 'timeline events date="date" caption="…"',
    docs: 'Records along a line of time; `date` is the field that says when.',
    named: ['date'],
    kinds: { date: 'field' },
    build: (call, options) => {
      const date = namedText(call, 'date')
      return buildTimeline(recordsOf(call), { ...options, ...(date ? { date } : {}) }, call.run.language)
    },
  }),
  figure({
    name: 'barChart',
    signature: 'barChart minerals fields="drcMine, worldMine" unit="kt" sort=true caption="…"',
    docs: 'Figures as bars from the same zero: those of `fields`, record by record, or the largest first with `sort=true`.',
    named: ['fields', 'unit', 'sort'],
    kinds: { fields: 'fields', unit: 'unit', sort: 'flag' },
    build: (call, options) => {
      const unit = namedUnit(call)
      const sort = call.named.get('sort') === true
      return buildBarChart(
        recordsOf(call),
        { ...options, fields: fieldsOf(call), ...(unit ? { unit } : {}), sort },
        call.run.language,
      )
    },
  }),
  figure({
    name: 'ownership',
    signature: 'ownership assets field="owners" caption="…"',
    docs: 'Who holds how much: one bar for each record whose `field` is parts of a whole.',
    named: ['field'],
    kinds: { field: 'field' },
    build: (call, options) => {
      const field = namedText(call, 'field')
      return buildOwnership(recordsOf(call), { ...options, ...(field ? { field } : {}) }, call.run.language)
    },
  }),
  {
    name: 'statTable',
    signature: 'statTable mineral fields="worldMine, drcMine" unit="kt" caption="…" note="…" id="…"',
    docs: 'Figures with years as columns and a row for each record and field. The year is that of the claim; a field stands for its other years too: `worldMine` for `worldMine2024`.',
    form: 'inline',
    takes: [1, 1],
    named: ['fields', 'unit', 'caption', 'source', 'note', 'id'],
    params: ['records'],
    kinds: { unit: 'unit' },
    run: (call) => {
      const unit = namedUnit(call)
      const options = { ...optionsOf(call), fields: fieldsOf(call), ...(unit ? { unit } : {}) }
      const { run } = call
      noteClaims(call)
      const table = buildStatTable(recordsOf(call), options, run.language, (ids) => citationOf(run, ids))
      return print(call, table, (value) => ({ ...value, ...captionsOf(call, undefined), from: call.at }))
    },
  },
]

interface FigureHelper extends Pick<Helper, 'name' | 'signature' | 'docs' | 'named' | 'kinds'> {
  takes?: Helper['takes']
  /** Nothing where what is wrong has been reported. */
  build: (call: Call, options: Built) => Outcome<FigureSpec> | undefined
}

function figure({ name, signature, docs, named, kinds, takes = [1, 1], build }: FigureHelper): Helper {
  return {
    name,
    signature: signature.replace('caption="…"', 'caption="…" alt="…" source="…" note="…" id="…"'),
    docs: `${docs} The words for who cannot see it are made from the data unless \`alt\` gives them; so is the line of sources, unless \`source\` gives it (\`source=false\` for none).`,
    form: 'inline',
    takes,
    ...(takes[1] === 1 ? { params: ['records'] as const } : { rest: 'records' as const }),
    named: [...named, ...styling],
    ...(kinds ? { kinds } : {}),
    run: (call) => {
      const { run, at } = call
      const built = build(call, optionsOf(call))
      if (!built) return markdown('')
      noteClaims(call)
      return print(call, built, (spec) => {
        const { alt, table } = describeFigure(spec, run.language, (ids) => citationOf(run, ids))
        return {
          type: 'figure',
          spec,
          alt: namedText(call, 'alt')?.trim() || alt,
          table,
          ...captionsOf(call, table),
          from: at,
        }
      })
    },
  }
}

function print<T>(call: Call, built: Outcome<T>, block: (value: T) => DraftBlock): Value {
  for (const one of built.ok ? built.warnings : built.diagnostics) {
    report(call.run, { ...one, at: one.at ?? call.at })
  }
  return markdown(built.ok ? insertBlock(call.run, { type: 'block', block: block(built.value) }) : '')
}

/** Notes the claims that a figure draws, for the rules of evidence: its fields, or what its records say themselves. */
function noteClaims(call: Call): void {
  const named = ['fields', 'value', 'group'].flatMap((name) => namedWords(call, name) ?? [])
  const fields = named.length > 0 ? named : ['statement', 'event']
  for (const record of recordsOf(call)) {
    for (const field of fields) {
      const value = Object.hasOwn(record.fields, field) ? record.fields[field] : undefined
      if (value?.kind !== 'claim') continue
      const { claim } = value
      call.run.log.printed.claims.push({
        claim,
        at: call.at,
        form: 'whole',
        hasCitation: true,
        hasStatus: true,
      })
    }
  }
}

function optionsOf({ run, at }: Call) {
  return { casebook: run.casebook, at }
}

function recordsOf(call: Call) {
  const records = call.params.flatMap((value) => recordsIn(listOf(value)))
  for (const record of records) noteUse(call.run, record)
  return records
}

function fieldsOf(call: Call): string[] {
  const fields = namedWords(call, 'fields')?.filter((word) => word !== '') ?? []
  if (fields.length === 0) {
    reportError(call.run, 'template/argument', 'the `fields` that have the figures are not named', call.at, [
      'name one or more: `fields="worldMine, drcMine"`',
    ])
  }
  return fields
}

/** Caption, id, and the line beneath: the sources, then the note. */
function captionsOf(call: Call, data: DraftTable | undefined) {
  const { run } = call
  const id = namedText(call, 'id')
  const caption = namedInlines(call, 'caption')
  const given = call.named.get('source')
  const sources =
    given === undefined
      ? data
        ? sourceLine(data, run.language)
        : []
      : given === false
        ? []
        : sourceWords(call)
  const note = [...sources, ...spaced(namedInlines(call, 'note'), sources.length > 0)]
  return { ...(id ? { id } : {}), ...(caption ? { caption } : {}), ...(note.length > 0 ? { note } : {}) }
}

function spaced(inlines: DraftInline[] | undefined, isAfterText: boolean): DraftInline[] {
  if (!inlines) return []
  return isAfterText ? [{ type: 'text', text: ' ' }, ...inlines] : inlines
}

function sourceWords(call: Call): DraftInline[] {
  const { language } = call.run
  const head = typeset(`${phrase('source', language)}: `, language)
  return [{ type: 'text', text: head, from: call.at }, ...(namedInlines(call, 'source') ?? [])]
}

/** "Sources:" and the marks of everything that the data cite. */
function sourceLine(data: DraftTable, language: Language): DraftInline[] {
  const cited = new Set<string>()
  const visit = (inline: DraftInline): void => {
    if (inline.type === 'citation') for (const id of inline.sources) cited.add(id)
    contentOf(inline).forEach(visit)
  }
  for (const row of data.rows) for (const cell of row.cells) cell.content.forEach(visit)
  if (cited.size === 0) return []
  const head = typeset(`${phrase(cited.size > 1 ? 'sources' : 'source', language)}: `, language)
  return [
    { type: 'text', text: head },
    { type: 'citation', sources: [...cited] },
  ]
}
