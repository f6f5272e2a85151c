import type { Template } from '../../engine/template/types.js'
import type { Words } from './words.js'

/** What a template promises of its paper: "exactly 2 pages, A4, landscape". */
export function templateFacts({ page }: Template, say: Words): string {
  const pages =
    page.pages &&
    ('exactly' in page.pages ? say.exactPages(page.pages.exactly) : say.atMostPages(page.pages.atMost))
  return [pages, page.size, page.orientation === 'landscape' && say.landscape].filter(Boolean).join(' · ')
}
