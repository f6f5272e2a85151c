import type { FilePlace } from '../base/index.js'
import type { CasebookRecord } from '../casebook/index.js'
import type { DraftInline } from '../document/index.js'
import { formatDate, type Language, type LanguageTag, phrase, textIn } from '../locale/index.js'
import { printText } from '../template/index.js'
import { styled } from './markdown/read-inlines.js'

/**
 * Publisher, *title*, date, address. A source without a title is known by its publisher and address.
 *
 * A title that is one text for every language is in the source's `language`; without one, in the casebook's first.
 */
export function describeSource(record: CasebookRecord, language: Language, usual: Language): DraftInline[] {
  const { publisher, title, published, url } = record.fields
  const words = (field: typeof publisher): DraftInline[] =>
    field?.kind === 'text' ? printText(field.text, language, record.at) : []
  const parts: DraftInline[][] = []
  const publisherText = words(publisher)
  const own = record.fields.language
  const tag = own?.kind === 'text' ? textIn(own.text, language) : usual
  const isPlain = title?.kind === 'text' && typeof title.text === 'string'
  const titleText = isPlain ? inLanguage(title.text as string, tag, language, record.at) : words(title)
  const address = url?.kind === 'text' ? textIn(url.text, language) : undefined
  if (publisherText.length > 0) parts.push(publisherText)
  if (titleText.length > 0) parts.push(titleText.map((one) => styled(one, { italic: true })))
  if (parts.length === 0) parts.push([{ type: 'text', text: record.id, from: record.at }])
  parts.push([
    {
      type: 'text',
      text: published?.kind === 'date' ? formatDate(published.date, language) : phrase('no-date', language),
      from: record.at,
    },
  ])
  if (address) {
    const shown: DraftInline = {
      type: 'text',
      text: printedAddress(address),
    }
    parts.push(/^https?:\/\//.test(address) ? [{ type: 'link', address, content: [shown] }] : [shown])
  }
  return parts.flatMap((part, index) =>
    index === 0 ? part : [{ type: 'text' as const, text: ', ' }, ...part],
  )
}

/** `words` as text of the document, or marked as another language's. */
function inLanguage(words: string, tag: LanguageTag, language: Language, from: FilePlace): DraftInline[] {
  const isOwn = tag.split('-')[0]?.toLowerCase() === language
  const text: DraftInline = { type: 'text', text: words, from }
  return isOwn ? [text] : [{ type: 'foreign', language: tag, content: [text] }]
}

/** Longer than this nobody types an address from paper. */
const typeableLength = 44

/**
 * An address for paper: without the protocol, and where it is too long to be typed the site alone; publisher,
 * title and date find the rest there. The link leads to the whole of it.
 */
function printedAddress(address: string): string {
  const bare = address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
  return bare.length <= typeableLength ? bare : `${bare.split('/')[0]}/…`
}
