import { type DraftImage, faultOfImage } from '../../document/index.js'
import { recordsIn, type Value } from '../values/index.js'
import { insertBlock, printValue, reportError } from '../writing/index.js'
import {
  namedChoice,
  namedInlines,
  namedNumber,
  namedShare,
  namedText,
  plainText,
  reportUnknown,
} from './arguments.js'
import type { Call, Helper } from './helper.js'

/** Helpers that shape the page (T11). */
export const blockHelpers: Helper[] = [
  {
    name: 'narrative',
    signature: 'narrative "background"',
    docs: "Prints what the brief says in a section; else the section's default text; else the casebook's passage of that id.",
    form: 'inline',
    takes: [1, 1],
    named: [],
    params: ['section'],
    run: (call) => markdown(narrative(call, plainText(call.run, call.params[0]))),
  },
  {
    name: 'passage',
    signature: 'passage deal',
    docs: 'Prints what the casebook has prepared on one record: the first of its passages that is about this record alone.',
    form: 'inline',
    takes: [1, 1],
    named: [],
    params: ['record'],
    run: (call) => {
      const [record] = recordsIn(call.params[0])
      if (record) return markdown(call.run.prose.passageOn(call.run, record) ?? '')
      // A record that was not known yet on the brief's date has no passage either.
      if (call.params[0] !== undefined)
        reportError(call.run, 'template/argument', '`passage` was not given a record', call.at)
      return markdown('')
    },
  },
  {
    name: 'section',
    signature: 'section "background" | #section "Background" level=2}} … {{/section',
    docs: 'A heading with what belongs to it. Named by a section of the template it takes its title and, without text of its own, its narrative. Prints nothing where there is nothing to print.',
    form: 'both',
    takes: [1, 1],
    named: ['level', 'title', 'id'],
    inlineParams: ['section'],
    kinds: { level: 'number' },
    run: (call) => {
      const { run, params, at } = call
      const id = plainText(run, params[0])
      const title = run.sectionTitles.get(id)
      const text = call.body ? call.body(call.context) : narrative(call, id)
      if (text.trim() === '') return markdown('')
      // Printed only here, so that a heading which is left out leaves no note of what it would have said.
      const content =
        namedInlines(call, 'title') ?? printValue(run, title === undefined ? params[0] : title, at)
      const level = Math.min(3, Math.max(1, namedNumber(call, 'level') ?? 1)) as 1 | 2 | 3
      return markdown(
        insertBlock(run, { type: 'heading', level, id: namedText(call, 'id') ?? '', content, from: at }) +
          text,
      )
    },
  },
  {
    name: 'callout',
    signature: '#callout kind="summary" title="…"}} … {{/callout',
    docs: 'A box: `summary`, `note` or `caution`. The same as `:::callout{kind=summary title="…"}` in Markdown.',
    form: 'block',
    takes: [0, 0],
    named: ['kind', 'title'],
    kinds: { kind: ['note', 'summary', 'caution'] },
    run: (call) => callout(call, namedChoice(call, 'kind', ['note', 'summary', 'caution'])),
  },
  {
    name: 'aside',
    signature: '#aside title="…"}} … {{/aside',
    docs: 'A note set apart from the text.',
    form: 'block',
    takes: [0, 0],
    named: ['title'],
    run: (call) => callout(call, 'note'),
  },
  {
    name: 'columns',
    signature: '#columns count=2}} … {{/columns',
    docs: 'Sets its text in one, two or three columns.',
    form: 'block',
    takes: [0, 0],
    named: ['count'],
    kinds: { count: 'number' },
    run: (call) => {
      const count = Math.min(3, Math.max(1, namedNumber(call, 'count') ?? 2)) as 1 | 2 | 3
      return markdown(insertBlock(call.run, { type: 'columns', count, body: bodyOf(call), from: call.at }))
    },
  },
  {
    name: 'keepTogether',
    signature: '#keepTogether}} … {{/keepTogether',
    docs: 'Keeps its text on one page or in one column.',
    form: 'block',
    takes: [0, 0],
    named: [],
    run: (call) =>
      markdown(insertBlock(call.run, { type: 'keepTogether', body: bodyOf(call), from: call.at })),
  },
  {
    name: 'landscape',
    signature: '#landscape}} … {{/landscape',
    docs: 'Sets its text on landscape pages of their own. Stands outside columns, boxes and lists.',
    form: 'block',
    takes: [0, 0],
    named: [],
    run: (call) => markdown(insertBlock(call.run, { type: 'landscape', body: bodyOf(call), from: call.at })),
  },
  {
    name: 'appendix',
    signature: '#appendix "Sources consulted" id="consulted"}} … {{/appendix',
    docs: 'An annex: a new page, headed "Annex A" (or "Annex" where there is one only) and its title. Prints nothing where there is no text in it.',
    form: 'block',
    takes: [0, 1],
    named: ['id'],
    run: (call) => {
      const body = bodyOf(call)
      if (body.trim() === '') return markdown('')
      const title = call.params.length > 0 ? printValue(call.run, call.params[0], call.at) : []
      const id = namedText(call, 'id') ?? ''
      return markdown(insertBlock(call.run, { type: 'appendix', id, title, body, from: call.at }))
    },
  },
  {
    name: 'image',
    signature: 'image "assets/logo.png" alt="…" caption="…" note="…" width="50%" id="…" decorative=true',
    docs: 'A picture of the workspace, PNG or JPEG. `alt` says what it shows to who cannot see it; `decorative=true` says that it shows nothing. With a caption it is numbered among the figures.',
    form: 'inline',
    takes: [1, 1],
    named: ['alt', 'caption', 'note', 'width', 'id', 'decorative'],
    kinds: { width: 'share', decorative: 'flag' },
    run: (call) => {
      const image = imageOf(call)
      return markdown(image ? insertBlock(call.run, { type: 'block', block: image }) : '')
    },
  },
  {
    name: 'pageBreak',
    signature: 'pageBreak',
    docs: 'Starts a new page.',
    form: 'inline',
    takes: [0, 0],
    named: [],
    run: (call) =>
      markdown(insertBlock(call.run, { type: 'block', block: { type: 'pageBreak', from: call.at } })),
  },
  ...(['lead', 'small', 'centred'] as const).map(
    (style): Helper => ({
      name: style,
      signature: `#${style}}} … {{/${style}`,
      docs: `Sets its paragraphs in the style \`${style}\`.`,
      form: 'block',
      takes: [0, 0],
      named: [],
      run: (call) =>
        markdown(insertBlock(call.run, { type: 'styled', style, body: bodyOf(call), from: call.at })),
    }),
  ),
]

export function markdown(text: string): Value {
  return { type: 'markdown', text }
}

export function bodyOf(call: Call): string {
  return call.body?.(call.context) ?? ''
}

function imageOf(call: Call): DraftImage | undefined {
  const { run, at } = call
  const path = plainText(run, call.params[0])
  const fault = faultOfImage(path)
  if (fault) {
    reportError(run, 'template/image', fault.message, at, fault.hints)
    return undefined
  }
  const alt = (namedText(call, 'alt') ?? '').trim()
  if (alt === '' && call.named.get('decorative') !== true) {
    reportError(run, 'template/no-alt', `the picture \`${path}\` has no text for who cannot see it`, at, [
      'say what it shows: `alt="…"`',
      'or that it shows nothing: `decorative=true`',
    ])
    return undefined
  }
  const caption = namedInlines(call, 'caption')
  const note = namedInlines(call, 'note')
  const width = namedShare(call, 'width')
  return {
    type: 'image',
    id: namedText(call, 'id'),
    path,
    alt,
    caption,
    note,
    width,
    from: at,
  }
}

function callout(call: Call, kind: 'summary' | 'note' | 'caution'): Value {
  const body = bodyOf(call)
  // A box with nothing in it, as where a brief leaves its summary empty, would only say so.
  if (body.trim() === '') return markdown('')
  const title = namedInlines(call, 'title')
  return markdown(insertBlock(call.run, { type: 'callout', kind, title, body, from: call.at }))
}

function narrative(call: Call, id: string): string {
  const insert = call.run.prose.narrative(call.run, id)
  if (insert === undefined) {
    reportUnknown(call, 'section', id, call.run.sectionTitles.keys(), [
      'sections are declared under `sections` at the head of the template',
    ])
    return ''
  }
  return insert.type === 'passage' && insert.body.trim() === '' ? '' : insertBlock(call.run, insert)
}
