import { readDecimal } from '../../base/index.js'
import type { Claim } from '../../casebook/types.js'
import type { DraftInline } from '../../document/index.js'
import {
  formatDate,
  formatNumber,
  formatQuantity,
  isDate,
  isPhraseKey,
  isPlural,
  phrase,
  phrases,
} from '../../locale/index.js'
import type { Status, Unit } from '../../vocabulary/index.js'
import { isThing, leaf, recordsIn, type Value } from '../values/index.js'
import {
  capitalised,
  citationOf,
  isSpelledOut,
  printList,
  printText,
  printValue,
  recordKey,
  reportError,
  statusMark,
  statusMarks,
} from '../writing/index.js'
import {
  comparable,
  listOf,
  namedUnit,
  plainText,
  printStyle,
  printStyleKinds,
  printStyleNames,
  reportUnknown,
} from './arguments.js'
import type { Call, Helper } from './helper.js'
import { reportLater } from './report-later.js'

/** Those that print the number that they are given. */
export const figureHelpers: readonly string[] = ['number', 'money', 'percent', 'quantity']

/** Helpers that write one value (T9). */
export const textHelpers: Helper[] = [
  {
    name: 'show',
    signature: 'show mineral.worldMine precision=1 unit="kt" cite=false status=false',
    docs: 'Prints a claim or any value with the style given: decimals, another unit, without citation or status mark.',
    form: 'inline',
    takes: [1, 1],
    named: printStyleNames,
    kinds: printStyleKinds,
    gives: () => leaf,
    run: (call) => printed(printValue(call.run, call.params[0], call.at, printStyle(call))),
  },
  {
    name: 'number',
    signature: 'number value precision=1',
    docs: "Prints a number in the document's language, with citation and status if it is a claim.",
    form: 'inline',
    takes: [1, 1],
    named: printStyleNames,
    kinds: printStyleKinds,
    gives: () => leaf,
    run: (call) => printed(figure(call, undefined)),
  },
  {
    name: 'money',
    signature: 'money value unit="USD million" precision=1',
    docs: 'Prints an amount of money; a plain number is taken for US dollars unless `unit` says otherwise.',
    form: 'inline',
    takes: [1, 1],
    named: printStyleNames,
    kinds: printStyleKinds,
    gives: () => leaf,
    run: (call) => printed(figure(call, namedUnit(call) ?? 'USD')),
  },
  {
    name: 'percent',
    signature: 'percent value precision=1',
    docs: 'Prints a share: `40%` in English, `40 %` in French.',
    form: 'inline',
    takes: [1, 1],
    named: printStyleNames,
    kinds: printStyleKinds,
    gives: () => leaf,
    run: (call) => printed(figure(call, 'percent')),
  },
  {
    name: 'quantity',
    signature: 'quantity value unit="t/year" precision=0',
    docs: 'Prints a number with its unit in words: `100,000 t a year`.',
    form: 'inline',
    takes: [1, 1],
    named: printStyleNames,
    kinds: printStyleKinds,
    gives: () => leaf,
    run: (call) => printed(figure(call, namedUnit(call))),
  },
  {
    name: 'date',
    signature: 'date event.date | date "2026-02"',
    docs: 'Prints a date (`2026`, `2026-02` or `2026-02-03`) as exactly as it is known.',
    form: 'inline',
    takes: [1, 1],
    named: printStyleNames,
    params: ['date'],
    kinds: printStyleKinds,
    gives: () => leaf,
    run: (call) => {
      const [value] = call.params
      if (isThing(value) && value.type === 'claim')
        return printed(printValue(call.run, value, call.at, printStyle(call)))
      const text = String(comparable(call.run, value) ?? '')
      if (isDate(text)) {
        return printed([{ type: 'text', text: formatDate(text, call.run.language), from: call.at }])
      }
      reportError(
        call.run,
        'template/argument',
        `found \`${text}\`, expected a date of the calendar like 2026-02-03`,
        call.at,
      )
      return printed([])
    },
  },
  {
    name: 'list',
    signature: 'list values joint="or"',
    docs: 'Prints several values as "a, b and c"; records by their names. Several arguments make one list. Claims of the same sources and status are marked once, at the end.',
    form: 'inline',
    takes: [1, 50],
    named: ['joint', 'cite', 'status'],
    kinds: { joint: ['and', 'or'], cite: 'flag', status: 'flag' },
    gives: () => leaf,
    run: (call) => {
      const given = printStyle(call)
      const items = call.params.length > 1 ? call.params : listOf(call.params[0])
      const joint = call.named.get('joint') === 'or' ? 'or' : 'and'
      const shared = sharedProvenance(items)
      const style = shared ? { ...given, cite: false, status: false } : given
      const inlines = printList(
        call.run,
        items.map((item) => printValue(call.run, item, call.at, style)),
        joint,
      )
      if (shared && (given.cite ?? true)) inlines.push(citationOf(call.run, shared.sources))
      if (shared && (given.status ?? true)) inlines.push(...statusMarks(shared, call.run.language))
      return printed(inlines)
    },
  },
  {
    name: 'cite',
    signature: 'cite claim | cite "news-feature"',
    docs: 'Prints only the citation marks of claims, of source records, or of sources by id.',
    form: 'inline',
    takes: [1, 20],
    named: [],
    gives: () => leaf,
    run: (call) => {
      const ids = call.params.flatMap((value) => sourceIds(call, value))
      return printed(ids.length > 0 ? [citationOf(call.run, [...new Set(ids)])] : [])
    },
  },
  {
    name: 'status',
    signature: 'status claim | status deal words=true',
    docs: 'Prints the status mark of a claim or record, or with `words=true` the status in words.',
    form: 'inline',
    takes: [1, 1],
    named: ['words'],
    kinds: { words: 'flag' },
    gives: () => leaf,
    run: (call) => {
      const status = statusOf(call.params[0])
      if (!status) return printed([])
      if (call.named.get('words') === true) return { type: 'status', status }
      return printed([statusMark(status, call.run.language)])
    },
  },
  {
    name: 't',
    signature: 't "sources" | t en="Summary" fr="Résumé"',
    docs: "Prints a phrase that the program knows, or the one given for the document's language.",
    form: 'inline',
    takes: [0, 1],
    named: ['en', 'fr'],
    params: ['phrase'],
    run: (call) => {
      const { language } = call.run
      if (call.params.length === 0) {
        const given = call.named.get(language) ?? call.named.get('en') ?? call.named.get('fr')
        if (typeof given === 'string') return printed(printText(given, language, call.at))
        return given
      }
      const key = plainText(call.run, call.params[0])
      if (isPhraseKey(key)) return phrase(key, language)
      reportUnknown(call, 'phrase', key, Object.keys(phrases), [
        'give the words yourself: `{{t en="…" fr="…"}}`',
      ])
      return printed([])
    },
  },
  {
    name: 'plural',
    signature: 'plural count "deal" "deals"',
    docs: 'Chooses between two words by a count, as the language does: 0 is plural in English, singular in French.',
    form: 'inline',
    takes: [3, 3],
    named: [],
    run: (call) => {
      const [value, one, many] = call.params
      const count = Array.isArray(value) ? value.length : Number(comparable(call.run, value) ?? 0)
      return isPlural(count, call.run.language) ? many : one
    },
  },
  {
    name: 'upper',
    signature: 'upper value',
    docs: 'Prints a value in capitals, accents kept.',
    form: 'inline',
    takes: [1, 1],
    named: [],
    gives: () => leaf,
    run: (call) => printed(inCapitals(printValue(call.run, call.params[0], call.at))),
  },
  {
    name: 'capital',
    signature: 'capital risk.category',
    docs: 'Prints a value with a capital at its start.',
    form: 'inline',
    takes: [1, 1],
    named: [],
    gives: () => leaf,
    run: (call) => printed(capitalised(printValue(call.run, call.params[0], call.at))),
  },
  {
    name: 'abbr',
    signature: 'abbr "MoU" "memorandum of understanding"',
    docs: 'Spells an acronym out the first time it is printed, and prints it alone from then on.',
    form: 'inline',
    takes: [2, 2],
    named: [],
    gives: () => leaf,
    run: (call) => {
      const short = plainText(call.run, call.params[0])
      const { log } = call.run
      if (isSpelledOut(log, short)) return short
      const long = printValue(call.run, call.params[1], call.at)
      log.acronyms.set(short, long)
      return printed([...long, { type: 'text', text: ` (${short})`, from: call.at }])
    },
  },
]

function printed(inlines: DraftInline[]): Value {
  return { type: 'printed', inlines }
}

/** A claim keeps its own unit and is converted if asked; a plain number takes `unit`. */
function figure(call: Call, unit: Unit | undefined): DraftInline[] {
  const { run, at } = call
  const [value] = call.params
  const style = printStyle(call)
  if (isThing(value) && value.type === 'claim') return printValue(run, value, at, style)
  const found = comparable(run, value)
  const number = typeof found === 'string' ? readDecimal(found.trim()) : found
  if (number === undefined || typeof number === 'boolean') {
    reportError(
      run,
      'template/argument',
      `found \`${plainText(run, value)}\`, expected a number or a claim`,
      at,
    )
    return []
  }
  const text =
    unit === undefined
      ? formatNumber(number, run.language, style.precision)
      : formatQuantity(
          number,
          unit,
          run.language,
          style.precision === undefined ? {} : { precision: style.precision },
        )
  return [{ type: 'text', text, from: at }]
}

function sourceIds(call: Call, value: Value): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => sourceIds(call, item))
  if (isThing(value)) {
    if (value.type === 'claim') {
      const { claim } = value
      return claim.alternatives ? claim.alternatives.flatMap((reading) => reading.sources) : claim.sources
    }
    if (value.type === 'record' && value.record.collection === 'sources') return [value.record.id]
    if (value.type === 'record') return recordsIn(sourcesField(value)).map((record) => record.id)
  }
  if (typeof value !== 'string') return []
  if (call.run.recordsById.has(recordKey('sources', value))) return [value]
  if (call.run.later.has(recordKey('sources', value))) {
    reportLater(call, `the source \`${value}\` came out after the day as of which the brief speaks`)
    return []
  }
  const known = call.run.casebook.collections.sources.map((source) => source.id)
  reportUnknown(call, 'source', value, known)
  return []

  function sourcesField(thing: { record: { fields: Record<string, unknown> } }): Value {
    const field = thing.record.fields.sources as { kind: string; ids?: string[] } | undefined
    return (field?.ids ?? []).flatMap((id) => {
      const record = call.run.recordsById.get(recordKey('sources', id))
      return record ? [{ type: 'record' as const, record }] : []
    })
  }
}

function statusOf(value: Value): Status | undefined {
  if (!isThing(value)) return undefined
  if (value.type === 'claim') return value.claim.status
  if (value.type === 'status') return value.status
  if (value.type !== 'record') return undefined
  const field = value.record.fields.status
  return field?.kind === 'status' ? field.status : undefined
}

function inCapitals(inlines: DraftInline[]): DraftInline[] {
  return inlines.map((inline) => {
    if (inline.type === 'text') return { ...inline, text: inline.text.toUpperCase() }
    if (inline.type === 'link' || inline.type === 'foreign')
      return { ...inline, content: inCapitals(inline.content) }
    return inline
  })
}

/** The claim that stands for all of them where they have the same sources and status, and no reading in dispute. */
function sharedProvenance(items: Value[]): Claim | undefined {
  const claims = items.flatMap((item) => (isThing(item) && item.type === 'claim' ? [item.claim] : []))
  const [first, ...rest] = claims
  if (!first || rest.length === 0 || claims.length < items.length) return undefined
  const isSame = (one: Claim): boolean =>
    one.status === first.status && !one.alternatives && one.sources.join() === first.sources.join()
  return claims.every(isSame) && first.sources.length > 0 ? first : undefined
}
