/**
 * What another program put on the clipboard, as text of a section.
 *
 * The HTML is parsed in a document of its own, where nothing of it is shown, run or fetched; what is particular to a
 * program is put right there (a file for each); then the document is walked, and only what a section can hold is made
 * of it. Every text that was shown is kept, in order; what cannot be is counted.
 */

import type { JSONContent } from '@tiptap/core'
import { fitHeadings } from './fit-headings.js'
import { onOneLine, type Place } from './flow.js'
import { cleanGoogleDocs } from './google-docs.js'
import { cleanLibreOffice } from './libre-office.js'
import type { Clean, LeftOut, Pasted, Program } from './pasted.js'
import { readBlocks } from './read-flow.js'
import { takeNotes } from './take-notes.js'
import { cleanWord } from './word.js'
import { cleanWordOnline } from './word-online.js'

/** Characters of text that are taken at once. A brief of fifty pages has fewer. */
export const mostPasted = 200_000

/** Characters of HTML that are looked at; pictures within it make it long. */
const mostHtml = 40_000_000

const deepest = 600

/** Nothing where it is nested too deep to be a text. */
export function readPasted(html: string): Pasted | 'too-long' | undefined {
  if (html.length > mostHtml) return 'too-long'
  const document = new DOMParser().parseFromString(html, 'text/html')
  if (isTooDeep(document.body)) return undefined
  const leftOut: LeftOut = { pictures: 0, comments: 0 }
  const program = programOf(html, document)
  if (program) cleaners[program](document, leftOut)
  const { numbers, bodies } = takeNotes(document)
  const place: Place = { marks: [], isRaised: false, notes: numbers, leftOut }
  const blocks = fitHeadings(readBlocks(document.body.childNodes, place))
  // The rule that parted the notes from the text parts nothing any more.
  if (bodies.length > 0) while (blocks.at(-1)?.type === 'horizontalRule') blocks.pop()
  const notes = bodies.map((body, index) => readNote(body, String(index + 1), place))
  const pasted = { blocks, notes, leftOut }
  return lengthOf([...blocks, ...notes]) > mostPasted ? 'too-long' : pasted
}

const cleaners: Record<Program, Clean> = {
  word: cleanWord,
  'word-online': cleanWordOnline,
  'google-docs': cleanGoogleDocs,
  'libre-office': cleanLibreOffice,
}

function programOf(html: string, document: Document): Program | undefined {
  const generator = document.querySelector('meta[name="generator" i]')?.getAttribute('content') ?? ''
  if (/LibreOffice|OpenOffice/i.test(generator)) return 'libre-office'
  if (/docs-internal-guid-/.test(html)) return 'google-docs'
  if (/\bSCXW\d|data-ccp-/.test(html)) return 'word-online'
  if (/Microsoft|Word/.test(generator) || /\bmso-|class="?'?Mso|urn:schemas-microsoft-com/.test(html))
    return 'word'
  return undefined
}

/** A note holds paragraphs; what else stands in it is put on lines. Marks within are marks no more. */
function readNote(body: Element, label: string, place: Place): JSONContent {
  const blocks = readBlocks([body], { ...place, notes: new Map() })
  const content = blocks
    .filter(({ type }) => type !== 'horizontalRule')
    .map((block) => ({ type: 'paragraph', content: onOneLine([block]) }))
  return {
    type: 'footnote',
    attrs: { label },
    content: content.length > 0 ? content : [{ type: 'paragraph' }],
  }
}

function isTooDeep(root: Element): boolean {
  let depth = 0
  for (let element: Element | null = root; element; ) {
    if (element.firstElementChild) {
      element = element.firstElementChild
      if (++depth > deepest) return true
      continue
    }
    while (element && !element.nextElementSibling) {
      if (element === root) return false
      element = element.parentElement
      depth--
    }
    element = element?.nextElementSibling ?? null
    if (!element || element === root) return false
  }
  return false
}

function lengthOf(blocks: readonly JSONContent[]): number {
  return blocks.reduce((sum, { text, content }) => sum + (text?.length ?? 0) + lengthOf(content ?? []), 0)
}
