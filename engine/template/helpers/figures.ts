import type { Outcome } from '../../base/index.js'
import { contentOf, type DraftBlock, type DraftInline, type DraftTable } from '../../document/index.js'
import {
  type BuildContext,
  buildStatTable,
  describeFigure,
  type FigureKind,
  figureKinds,
  type OptionKind,
} from '../../figures/index.js'
import { type Language, phrase } from '../../locale/index.js'
import { recordsIn, type Value } from '../values/index.js'
import { citationOf, insertBlock, noteUse, report, reportError } from '../writing/index.js'
import { listOf, namedInlines, namedText, namedUnit, namedWords } from './arguments.js'
import { markdown } from './blocks.js'
import type { Call, Helper, Kind } from './helper.js'

const styling = ['caption', 'alt', 'source', 'note', 'id'] as const

/** What the value of an option has to be, where that can be told without running. */
const checkedAs = {
  field: 'field',
  fields: 'fields',
  neededFields: 'fields',
  unit: 'unit',
  flag: 'flag',
  word: undefined,
  words: undefined,
} satisfies Record<OptionKind, Kind | undefined>

/** How an option is read; nothing where it is empty. */
const readOption = {
  field: (call, name) => namedText(call, name) || undefined,
  fields: namedWords,
  neededFields: fieldsOf,
  unit: namedUnit,
  flag: (call, name) => call.named.get(name) === true,
  word: (call, name) => namedText(call, name) || undefined,
  words: namedWords,
} satisfies Record<OptionKind, (call: Call, name: string) => unknown>

/** Figures made from records, each with its words and its table for who cannot see it (T12). */
export const figureHelpers: Helper[] = [
  ...Object.entries(figureKinds).map(figureHelper),
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
      const options = { ...contextOf(call), fields: fieldsOf(call), unit }
      const { run } = call
      noteClaims(call)
      const table = buildStatTable(recordsOf(call), options, run.language, (ids) => citationOf(run, ids))
      return print(call, table, (value) => ({ ...value, ...captionsOf(call, undefined), from: call.at }))
    },
  },
]

/** A kind of figure as a helper: its options, and what all figures say of themselves. */
function figureHelper([name, kind]: [name: string, kind: FigureKind]): Helper {
  const { takes = [1, 1] } = kind
  const options = Object.entries<OptionKind>(kind.options)
  return {
    name,
    signature: kind.signature.replace('caption="…"', 'caption="…" alt="…" source="…" note="…" id="…"'),
    docs: `${kind.docs} The words for who cannot see it are made from the data unless \`alt\` gives them; so is the line of sources, unless \`source\` gives it (\`source=false\` for none).`,
    form: 'inline',
    takes,
    ...(takes[1] === 1 ? { params: ['records'] as const } : { rest: 'records' as const }),
    named: [...options.map(([option]) => option), ...styling],
    kinds: Object.fromEntries(
      options.flatMap(([option, is]) => (checkedAs[is] ? [[option, checkedAs[is]]] : [])),
    ),
    run: (call) => {
      const { run, at } = call
      const given = Object.fromEntries(options.map(([option, is]) => [option, readOption[is](call, option)]))
      const built = kind.build(recordsOf(call), { ...contextOf(call), ...given }, run.language)
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

function contextOf({ run, at }: Call): BuildContext {
  return { casebook: run.casebook, at, atlas: run.atlas }
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
  const id = namedText(call, 'id') || undefined
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
  return { id, caption, note: note.length > 0 ? note : undefined }
}

function spaced(inlines: DraftInline[] | undefined, isAfterText: boolean): DraftInline[] {
  if (!inlines) return []
  return isAfterText ? [{ type: 'text', text: ' ' }, ...inlines] : inlines
}

function sourceWords(call: Call): DraftInline[] {
  const { language } = call.run
  const head = `${phrase('source', language)}: `
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
  const head = `${phrase(cited.size > 1 ? 'sources' : 'source', language)}: `
  return [
    { type: 'text', text: head },
    { type: 'citation', sources: [...cited] },
  ]
}
