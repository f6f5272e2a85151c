import type { DraftBlock, DraftInline } from '../../document/index.js'
import { formatDate, isPhraseKey, type PhraseKey, phrase } from '../../locale/index.js'
import { isThing, isTruthy, leaf, type Value } from '../values/index.js'
import { insertBlock, printValue } from '../writing/index.js'
import { namedInlines, namedNumber, namedText, plainText } from './arguments.js'
import { markdown } from './blocks.js'
import type { Call, Helper } from './helper.js'

/** The head of a document, and what it says of its own sources and marks. */
export const apparatusHelpers: Helper[] = [
  {
    name: 'masthead',
    signature: 'masthead kicker="Issue brief" title=brief.title subtitle="…" office="…"',
    docs: 'The head of the document. The title is that of the brief; else the one given here, else that of the template; the line under it has the date of issue, "Information as of", reference and office.',
    form: 'inline',
    takes: [0, 0],
    named: ['kicker', 'title', 'subtitle', 'office'],
    run: (call) => {
      const { run, at } = call
      const subtitle = namedInlines(call, 'subtitle')
      return block(call, {
        type: 'masthead',
        kicker: namedText(call, 'kicker') ?? '',
        title:
          (run.ownTitle === undefined && namedInlines(call, 'title')) ||
          printValue(run, briefField(call, 'title'), at),
        subtitle,
        particulars: particulars(call),
        from: at,
      })
    },
  },
  {
    name: 'fields',
    signature: 'fields for=brief.to from=brief.from subject=brief.title',
    docs: 'Labels and values at the head of a memo, in the order given; those without a value are left out. Known labels (`for`, `from`, `through`, `cc`, `subject`, `date`, `reference`…) are translated. Without arguments: all that the brief gives.',
    form: 'inline',
    takes: [0, 0],
    named: ['*'],
    run: (call) => {
      const { run, at } = call
      const given = call.named.size > 0 ? [...call.named] : memoFields(call)
      const entries = given
        .filter(([, value]) => isTruthy(value))
        .map(([label, value]) => ({
          label: isPhraseKey(label) ? phrase(label, run.language) : label,
          content: printValue(run, value, at),
        }))
      return entries.length > 0 ? block(call, { type: 'fields', entries, from: at }) : markdown('')
    },
  },
  {
    name: 'sources',
    signature: 'sources columns=2',
    docs: 'The list of every source cited, numbered in order of first use, in one to three columns; the layout chooses how many unless it is said.',
    form: 'inline',
    takes: [0, 0],
    named: ['columns'],
    kinds: { columns: 'number' },
    run: (call) => {
      const columns = ([1, 2, 3] as const).find((count) => count === namedNumber(call, 'columns'))
      return block(call, { type: 'sourceList', columns, from: call.at })
    },
  },
  {
    name: 'statusKey',
    signature: 'statusKey',
    docs: 'The key to the status marks that the document uses; nothing where it uses none.',
    form: 'inline',
    takes: [0, 0],
    named: [],
    run: (call) => block(call, { type: 'statusKey', from: call.at }),
  },
  {
    name: 'toc',
    signature: 'toc depth=2',
    docs: 'The contents: every heading and annex that comes after it, down to a level of one to three.',
    form: 'inline',
    takes: [0, 0],
    named: ['depth'],
    kinds: { depth: 'number' },
    run: (call) => {
      const depth = Math.min(3, Math.max(1, namedNumber(call, 'depth') ?? 2)) as 1 | 2 | 3
      return block(call, { type: 'contents', depth, from: call.at })
    },
  },
  {
    name: 'listOfFigures',
    signature: 'listOfFigures',
    docs: 'Every figure that has a caption, with its number; nothing where there is none.',
    form: 'inline',
    takes: [0, 0],
    named: [],
    run: (call) => block(call, { type: 'figureList', of: 'figures', from: call.at }),
  },
  {
    name: 'listOfTables',
    signature: 'listOfTables',
    docs: 'Every table that has a caption, with its number; nothing where there is none.',
    form: 'inline',
    takes: [0, 0],
    named: [],
    run: (call) => block(call, { type: 'figureList', of: 'tables', from: call.at }),
  },
  {
    name: 'glossary',
    signature: 'glossary',
    docs: 'The acronyms that `abbr` spells out in the document, in the order of the alphabet; nothing where there is none.',
    form: 'inline',
    takes: [0, 0],
    named: [],
    run: (call) => block(call, { type: 'glossary', from: call.at }),
  },
  {
    name: 'ref',
    signature: 'ref "deals-table" | ref "deals-table" text="the table above"',
    docs: 'Leads to what has this `id`, in its own words: "Table 2", "Annex A", the text of a heading. In Markdown it is written `[](#deals-table)`.',
    form: 'inline',
    takes: [1, 1],
    named: ['text'],
    gives: () => leaf,
    run: (call) => {
      const content = namedInlines(call, 'text') ?? []
      const id = plainText(call.run, call.params[0])
      return { type: 'printed', inlines: [{ type: 'reference', id, content, at: call.at }] }
    },
  },
]

function block(call: Call, node: DraftBlock): Value {
  return markdown(insertBlock(call.run, { type: 'block', block: node }))
}

function particulars(call: Call): DraftInline[][] {
  const { run, at } = call
  const lines: DraftInline[][] = []
  const issued = briefField(call, 'issued')
  const asOf = briefField(call, 'asOf')
  const reference = briefField(call, 'reference')
  const office = call.named.get('office')
  if (issued) lines.push(printValue(run, issued, at))
  if (isThing(asOf) && asOf.type === 'date') {
    const day = formatDate(asOf.date, run.language)
    lines.push([{ type: 'text', text: `${phrase('information-as-of', run.language)} ${day}`, from: at }])
  }
  if (reference) lines.push(printValue(run, reference, at))
  if (office) lines.push(printValue(run, office, at))
  return lines
}

function memoFields(call: Call): [PhraseKey, Value][] {
  return [
    ['for', briefField(call, 'to')],
    ['from', briefField(call, 'from')],
    ['through', briefField(call, 'through')],
    ['cc', briefField(call, 'cc')],
    ['date', briefField(call, 'issued')],
    ['subject', briefField(call, 'title')],
  ]
}

function briefField(call: Call, name: string): Value {
  const brief = call.run.root.names.get('brief')
  return isThing(brief) && brief.type === 'scope' ? brief.names.get(name) : undefined
}
