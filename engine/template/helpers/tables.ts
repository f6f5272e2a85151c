import { shortened } from '../../base/index.js'
import type { Claim } from '../../casebook/types.js'
import type { Alignment, DraftCell, DraftInline, DraftRow, DraftTable } from '../../document/index.js'
import { type LocalText, phrase, textIn, unitHeading } from '../../locale/index.js'
import type { Unit } from '../../vocabulary/index.js'
import { isThing, itemOf, recordsIn, type Value } from '../values/index.js'
import {
  capitalised,
  type Insert,
  insertBlock,
  noteUse,
  type OpenCell,
  placeIn,
  printText,
  printValue,
  reportError,
  withoutMarks,
  withoutPlaces,
} from '../writing/index.js'
import { listOf, namedInlines, namedText, namedWords, noteFigures, valueAt } from './arguments.js'
import { bodyOf, markdown } from './blocks.js'
import type { Call, Helper } from './helper.js'
import { groupBy } from './query.js'

export const alignments: readonly Alignment[] = ['left', 'right', 'centre', 'decimal']
const styling = ['caption', 'note', 'widths', 'align', 'id'] as const
const stylingKinds = { widths: 'shares', align: 'alignments' } as const

/** Tables made from records (T12). */
export const tableHelpers: Helper[] = [
  {
    name: 'table',
    signature:
      'table deals columns="name, stake, parties" labels="Deal, Stake, Parties" groupBy="status" caption="…" note="…" widths="2, 1, 1" align="left, decimal" | #table deals caption="…" as |deal|}} {{#column "Deal"}}{{deal.name}}{{/column}} {{/table',
    docs: 'One row for each record; groups of `groupBy` are headed by their key. `columns` names fields, whose labels come from the casebook; in block form each `column` is written out. A column of figures in one unit has the unit in its head.',
    form: 'both',
    takes: [1, 1],
    named: ['columns', 'labels', 'groupBy', ...styling],
    params: ['records'],
    kinds: { columns: 'fields', groupBy: 'field', ...stylingKinds },
    bodyOf: ([list]) => {
      const listed = itemOf(list)
      // The rows of a group are its items.
      const item = listed.type === 'group' ? listed.of : listed
      return { context: item, params: [item] }
    },
    run: (call) =>
      markdown(
        insertBlock(call.run, call.body ? writtenTable(call) : { type: 'block', block: fieldTable(call) }),
      ),
  },
  {
    name: 'column',
    signature: '#column "Stake" align="decimal"}} … {{/column',
    docs: 'One cell of the row, and the head of its column. Only inside `#table`. Its text may have the marks of Markdown that stand in a line: bold, italic, links.',
    form: 'block',
    takes: [1, 1],
    named: ['align'],
    kinds: { align: alignments },
    run: (call) => {
      const { row } = call.run
      if (!row) {
        reportError(call.run, 'template/misplaced', '`column` stands outside `#table`', call.at)
        return markdown('')
      }
      const align = namedText(call, 'align')
      const { claims } = call.run.log.printed
      const before = claims.length
      const text = bodyOf(call)
      row.push({
        head: printValue(call.run, call.params[0], call.at),
        alignment: align ? readAlignment(call, align) : undefined,
        text,
        claims: claims.slice(before).map((use) => use.claim),
      })
      return markdown('')
    },
  },
  {
    name: 'termsTable',
    signature: 'termsTable deal fields="stake, price" except="price" caption="…" notes=true',
    docs: 'Every claim of a record: its label, then its value with citation and status mark; with `notes=true` what the casebook notes on it.',
    form: 'inline',
    takes: [1, 1],
    named: ['fields', 'except', 'notes', ...styling],
    params: ['record'],
    kinds: { fields: 'fields', except: 'fields', notes: 'flag', ...stylingKinds },
    run: (call) => {
      const table = termsTable(call)
      return markdown(table ? insertBlock(call.run, { type: 'block', block: table }) : '')
    },
  },
  {
    name: 'captioned',
    signature:
      '#captioned caption="…" note="…" widths="2, 1" align="left, decimal"}} (a Markdown table) {{/captioned',
    docs: 'Gives the Markdown table inside it a number, a caption, a source line, widths and alignments.',
    form: 'block',
    takes: [0, 0],
    named: styling,
    kinds: stylingKinds,
    run: (call) => {
      const { id, caption, note, widths, align } = stylingOf(call)
      const body = bodyOf(call)
      return markdown(
        insertBlock(call.run, {
          type: 'captioned',
          body,
          from: call.at,
          id,
          caption,
          note,
          widths,
          align,
        }),
      )
    },
  },
]

interface Column {
  path: string
  label: DraftInline[]
  unit: Unit | undefined
  isFigures: boolean
}

function fieldTable(call: Call): DraftTable {
  const { run, at } = call
  const items = listOf(call.params[0])
  const paths = namedWords(call, 'columns') ?? []
  if (paths.length === 0) {
    reportError(run, 'template/argument', '`table` does not say which `columns` it has', at, [
      'name fields: `columns="name, status"`',
    ])
  }
  const labels = namedWords(call, 'labels') ?? []
  const columns = paths.map((path, index) => readColumn(call, items, path, labels[index]))
  const rowOf = (item: Value): DraftRow => ({
    cells: columns.map((column, index) => ({
      content: printCell(call, valueAt(call, item, column.path), column),
      isRowHead: index === 0 || undefined,
    })),
    from: isThing(item) && item.type === 'record' ? item.record.at : undefined,
  })
  const grouping = namedText(call, 'groupBy')
  const rows =
    grouping === undefined
      ? items.map(rowOf)
      : groupBy(call, items, grouping).flatMap((group): DraftRow[] => [
          {
            role: 'group',
            cells: [
              { content: capitalised(printValue(run, group.key, at)), span: columns.length, isRowHead: true },
            ],
          },
          ...group.items.map(rowOf),
        ])
  return assemble(
    call,
    columns.map((column) => column.label),
    columns.map((column) => (column.isFigures ? 'decimal' : 'left')),
    rows,
  )
}

function writtenTable(call: Call): Insert {
  const { run } = call
  let first: OpenCell[] = []
  let rest = ''
  const cells: string[][] = []
  const columns: Claim[][] = []
  const rows = listOf(call.params[0]).flatMap((item) => {
    if (!isThing(item) || item.type !== 'group') return [rowOf(item)]
    return [groupRow(capitalised(printValue(run, item.key, call.at))), ...item.items.map(rowOf)]
  })
  if (rows.length > 0 && first.length === 0) {
    reportError(run, 'template/argument', '`#table` has no `column`', call.at, [
      'write each one out: `{{#column "Deal"}}{{deal.name}}{{/column}}`',
    ])
  }
  if (first.length > 0) refuseRest(call, rest)
  const written = rows.map(({ row, texts }): DraftRow => {
    const [only] = row.cells
    if (texts === undefined)
      return { ...row, cells: only ? [{ ...only, span: Math.max(1, first.length) }] : [] }
    // A row whose `if` left a column out still has as many cells as the others.
    const missing = Math.max(0, first.length - row.cells.length)
    return { ...row, cells: [...row.cells, ...Array.from({ length: missing }, () => ({ content: [] }))] }
  })
  rows.forEach(({ texts }, index) => {
    if (texts) cells[index] = texts
  })
  first.forEach((cell, index) => {
    // Only figures set under one another by their decimal point are there to be compared.
    if (cell.alignment === 'decimal') noteFigures(call, columns[index] ?? [], 'in one column of a table')
  })
  const table = assemble(
    call,
    first.map((cell) => cell.head),
    first.map((cell) => cell.alignment ?? 'left'),
    written,
  )
  return { type: 'writtenTable', table, cells }

  function rowOf(item: Value): WrittenRow {
    const open: OpenCell[] = []
    // One row tells of all of them.
    const text = call.body?.(item, [item], undefined, { ...run, row: open }) ?? ''
    if (withoutPlaces(rest).trim() === '') rest = text
    if (open.length > first.length) first = open
    open.forEach((cell, index) => {
      columns[index] = [...(columns[index] ?? []), ...cell.claims]
    })
    return {
      row: {
        cells: open.map((_, index) => ({ content: [], isRowHead: index === 0 || undefined })),
        from: isThing(item) && item.type === 'record' ? item.record.at : undefined,
      },
      texts: open.map((cell) => cell.text),
    }
  }
}

/** Text beside the columns would be in no cell. */
function refuseRest(call: Call, text: string): void {
  const words = withoutPlaces(text)
    .replace(/<!--[\s\S]*?-->/g, '')
    .trim()
  if (words === '') return
  const found = withoutMarks(words) === words ? `\`${shortened(words.replace(/\s+/g, ' '))}\`` : 'a value'
  reportError(
    call.run,
    'template/misplaced',
    `found ${found} in \`#table\` outside its columns`,
    placeIn(text) ?? call.at,
    ['put it inside a `{{#column}}`, or after the table'],
  )
}

/** A row whose cells are still Markdown; the head of a group has none. */
interface WrittenRow {
  row: DraftRow
  texts?: string[]
}

function groupRow(content: DraftInline[]): WrittenRow {
  return { row: { role: 'group', cells: [{ content, isRowHead: true }] } }
}

function termsTable(call: Call): DraftTable | undefined {
  const { run, at } = call
  const [record] = recordsIn(call.params[0])
  if (!record && call.params[0] === undefined) return undefined
  if (!record) {
    reportError(run, 'template/argument', '`termsTable` was not given a record', at, [
      'give it one record: `{{termsTable deal}}`',
    ])
    return undefined
  }
  noteUse(run, record)
  const only = namedWords(call, 'fields')
  const except = namedWords(call, 'except') ?? []
  const definitions = new Map(run.casebook.schema[record.collection].map((field) => [field.name, field]))
  for (const name of [...(only ?? []), ...except])
    if (!definitions.has(name)) valueAt(call, call.params[0], name)
  const names = (only ?? Object.keys(record.fields)).filter((name) => !except.includes(name))
  const hasNotes = call.named.get('notes') === true
  const rows = names.flatMap((name): DraftRow[] => {
    const field = record.fields[name]
    const claims = field?.kind === 'claim' ? [field.claim] : field?.kind === 'claims' ? field.claims : []
    return claims.map((claim) => ({
      cells: [
        { content: printText(definitions.get(name)?.label ?? name, run.language, at), isRowHead: true },
        { content: printValue(run, { type: 'claim', claim }, at) },
        ...(hasNotes ? [{ content: claim.note ? printText(claim.note, run.language, claim.at) : [] }] : []),
      ],
      from: claim.at,
    }))
  })
  if (rows.length === 0) return undefined
  const words = (['term', 'value', ...(hasNotes ? (['note'] as const) : [])] as const).map((key) =>
    phrase(key, run.language),
  )
  return assemble(
    call,
    words.map((text) => [{ type: 'text', text }]),
    words.map(() => 'left'),
    rows,
  )
}

function assemble(call: Call, heads: DraftInline[][], defaults: Alignment[], rows: DraftRow[]): DraftTable {
  const { id, caption, note, widths, align } = stylingOf(call)
  return {
    type: 'table',
    ...(id ? { id } : {}),
    caption,
    columns: heads.map((_, index) => {
      const width = widths?.[index]
      return { alignment: align?.[index] ?? defaults[index] ?? 'left', width }
    }),
    head: [heads.map((content): DraftCell => ({ content }))],
    rows,
    note,
    from: call.at,
  }
}

function stylingOf(call: Call) {
  const caption = namedInlines(call, 'caption')
  const note = namedInlines(call, 'note')
  const shares = namedWords(call, 'widths')?.map(Number)
  const whole = shares?.reduce((sum, share) => sum + share, 0) ?? 0
  if (shares && !(whole > 0)) {
    reportError(call.run, 'template/argument', '`widths` are not numbers', call.at, [
      'give a share for each column: `widths="2, 1, 1"`',
    ])
  }
  const widths = whole > 0 ? shares?.map((share) => share / whole) : undefined
  const align = namedWords(call, 'align')?.map((word) => readAlignment(call, word))
  return { id: namedText(call, 'id') || undefined, caption, note, widths, align }
}

function readAlignment(call: Call, word: string): Alignment {
  const found = alignments.find((alignment) => alignment === word)
  if (found) return found
  reportError(
    call.run,
    'template/argument',
    `found \`${word}\` for \`align\`, expected ${alignments.map((one) => `\`${one}\``).join(', ')}`,
    call.at,
  )
  return 'left'
}

function readColumn(call: Call, items: Value[], path: string, givenLabel: string | undefined): Column {
  const { language } = call.run
  const claims = items.flatMap((item): Claim[] => {
    const value = valueAt(call, item, path)
    return isThing(value) && value.type === 'claim' && value.claim.status !== 'unknown' ? [value.claim] : []
  })
  const isFigures = claims.length > 0 && claims.every(isFigure)
  if (isFigures) noteFigures(call, claims, 'in one column of a table')
  const unit = isFigures ? claims[0]?.unit : undefined
  const sharedUnit = claims.every((claim) => claim.unit === unit && !claim.measure) ? unit : undefined
  const prose = givenLabel ?? textIn(labelOf(call, items, path), language)
  const heading = sharedUnit ? unitHeading(sharedUnit, language) : ''
  return {
    path,
    label: [{ type: 'text', text: heading ? `${prose} (${heading})` : prose }],
    unit: sharedUnit,
    isFigures: isFigures && (sharedUnit !== undefined || unit === undefined),
  }
}

/** Figures that can stand under one another: one number or range, not several readings. */
function isFigure(claim: Claim): boolean {
  return (claim.value.kind === 'number' || claim.value.kind === 'range') && !claim.alternatives
}

function printCell(call: Call, value: Value, column: Column): DraftInline[] {
  if (column.unit && isThing(value) && value.type === 'claim' && value.claim.status !== 'unknown') {
    const { unit: _, ...bare } = value.claim
    return printValue(call.run, { type: 'claim', claim: bare }, call.at)
  }
  return printValue(call.run, value, call.at)
}

/** The label of the last field on a path, found through the first record that has it. */
function labelOf(call: Call, items: Value[], path: string): LocalText {
  const names = path.split('.')
  const last = names.pop() ?? path
  for (const item of items) {
    const owner = names.length > 0 ? valueAt(call, item, names.join('.')) : item
    const [record] = recordsIn(Array.isArray(owner) ? owner[0] : owner)
    const label =
      record && call.run.casebook.schema[record.collection].find((field) => field.name === last)?.label
    if (label) return label
  }
  return last
}
