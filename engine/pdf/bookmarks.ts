import type { Page } from '../layout/index.js'
import type { BriefDocument } from './brief-document.js'

/** Headings as bookmarks, nested by level. */
export class Bookmarks {
  private readonly open: { level: number; item: PDFKit.PDFOutline }[] = []

  private readonly document: BriefDocument

  constructor(document: BriefDocument) {
    this.document = document
  }

  addFrom(page: Page): void {
    for (const { strip, isRepeat } of page.strips) {
      if (!strip.bookmark || isRepeat) continue
      const { level, title } = strip.bookmark
      while (this.open.length > 0 && (this.open.at(-1)?.level ?? 0) >= level) this.open.pop()
      const parent = this.open.at(-1)?.item ?? this.document.outline
      this.open.push({ level, item: parent.addItem(title, { expanded: true }) })
    }
  }
}
