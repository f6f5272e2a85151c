import { type OpenedPdf, openPdf } from './open-pdf.js'
import { type LinkActions, paintPage } from './paint-page.js'

/** CSS pixels a point at 100 %. */
const actualSize = 96 / 72

/** Room around a page when it is fitted to the width, in pixels. */
const margin = 24

/** How far beyond what is visible pages are painted, in pixels. */
const readAhead = 300

export interface PageStackEvents {
  /** `zoom` is 1 at actual size. */
  onView(view: { page: number; pageCount: number; zoom: number }): void
  /** How far it is scrolled, and the zoom that was asked for. */
  onLooked(place: PagePlace): void
  onAddress(address: string): void
  /** A place on a page was pressed twice; from its top left corner, in points. */
  onPlace(page: number, x: number, y: number): void
  pageLabel(page: number, pageCount: number): string
  /** What a link within the document is called. */
  innerLinkLabel(): string
  /** A document or page cannot be painted; what was painted before stays. */
  onFault(error: unknown): void
}

/** What of a document is in sight: `top` in pixels from its beginning. */
export interface PagePlace {
  top: number
  zoom: number | 'fit'
}

interface Sheet {
  paper: HTMLElement
  /** In points. */
  width: number
  height: number
  isStale: boolean
}

/**
 * The pages one below the other: plain DOM, since React has no say in when a page is painted.
 *
 * A new document takes over the sheets of the old one, which keep what is painted on them until their own page
 * is ready. So nothing flashes and the scroll position stays. Only what is visible, or nearly, is painted; while
 * the frame itself is out of sight, nothing is even opened.
 */
export class PageStack {
  readonly #frame: HTMLElement
  readonly #events: PageStackEvents
  readonly #seen: IntersectionObserver
  readonly #resized: ResizeObserver
  readonly #visible = new Set<Element>()
  #sheets: Sheet[] = []
  #pdf: OpenedPdf | undefined
  /** The latest bytes that are not shown yet; those before them never will be. */
  #next: Uint8Array | undefined
  #isBusy = false
  #isClosed = false
  /** Of the frame, when it was last in sight. */
  #width = 0
  #zoom: number | 'fit'
  /** Where the first document is shown. */
  #top: number | undefined

  /** `frame` is what scrolls; it begins at `place`. */
  constructor(frame: HTMLElement, events: PageStackEvents, place: PagePlace | undefined) {
    this.#zoom = place?.zoom ?? 'fit'
    this.#top = place?.top
    this.#frame = frame
    this.#events = events
    this.#seen = new IntersectionObserver((entries) => this.#onSeen(entries), {
      root: frame,
      rootMargin: `${readAhead}px 0px`,
    })
    this.#resized = new ResizeObserver(() => this.#onResized())
    this.#resized.observe(frame)
    frame.addEventListener('scroll', this.#tellView)
    frame.addEventListener('dblclick', this.#tellPlace)
  }

  show(bytes: Uint8Array): void {
    this.#next = bytes
    void this.#work()
  }

  setZoom(zoom: number | 'fit'): void {
    this.#zoom = zoom
    this.#rescale()
  }

  close(): void {
    this.#isClosed = true
    this.#seen.disconnect()
    this.#resized.disconnect()
    this.#frame.removeEventListener('scroll', this.#tellView)
    this.#frame.removeEventListener('dblclick', this.#tellPlace)
    this.#frame.replaceChildren()
    this.#pdf?.close()
  }

  /** Takes up the latest document and paints, one thing after another, until there is nothing left to do. */
  async #work(): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    let isMore = true
    while (isMore && !this.#isClosed) {
      try {
        isMore = await this.#step()
      } catch (error) {
        this.#tellFault(error)
      }
    }
    this.#isBusy = false
  }

  /** Also told when the frame comes in sight and goes out of it. */
  #onResized(): void {
    const width = this.#frame.clientWidth
    if (width === 0) return
    const isOther = width !== this.#width
    this.#width = width
    if (isOther && this.#zoom === 'fit') this.#rescale()
    else void this.#work()
  }

  /** Whether there was anything to do. What fails is not tried again until it changes. */
  async #step(): Promise<boolean> {
    if (this.#frame.clientWidth === 0) return false
    const bytes = this.#next
    if (bytes) {
      this.#next = undefined
      await this.#takeUp(bytes)
      return true
    }
    const index = this.#sheets.findIndex((sheet) => sheet.isStale && this.#visible.has(sheet.paper))
    const sheet = this.#sheets[index]
    if (!sheet || !this.#pdf) return false
    sheet.isStale = false
    const page = await this.#pdf.document.getPage(index + 1)
    await paintPage(page, sheet.paper, this.#scale(), this.#linkActions)
    sheet.paper.dataset['painted'] = 'true'
    return true
  }

  /** A document that is closed while it is painted fails, and nobody asks any more. */
  #tellFault(error: unknown): void {
    if (!this.#isClosed) this.#events.onFault(error)
  }

  async #takeUp(bytes: Uint8Array): Promise<void> {
    const old = this.#pdf
    const opened = await openPdf(bytes)
    const sizes = await pageSizes(opened)
    if (this.#isClosed) return opened.close()
    this.#pdf = opened
    for (const gone of this.#sheets.splice(sizes.length)) {
      this.#seen.unobserve(gone.paper)
      this.#visible.delete(gone.paper)
      gone.paper.remove()
    }
    sizes.forEach((size, index) => {
      const sheet = this.#sheets[index]
      if (sheet) Object.assign(sheet, size, { isStale: true })
      else this.#sheets.push({ paper: this.#addPaper(), ...size, isStale: true })
    })
    this.#layOut()
    if (this.#top !== undefined) this.#frame.scrollTop = this.#top
    this.#top = undefined
    old?.close()
  }

  #addPaper(): HTMLElement {
    const paper = document.createElement('div')
    paper.className = 'paper'
    paper.setAttribute('role', 'region')
    this.#frame.append(paper)
    this.#seen.observe(paper)
    this.#visible.add(paper) // until the observer says otherwise, so that the first paint need not wait for it
    return paper
  }

  #layOut(): void {
    const scale = this.#scale()
    for (const [index, { paper, width, height }] of this.#sheets.entries()) {
      paper.style.width = `${width * scale}px`
      paper.style.height = `${height * scale}px`
      paper.setAttribute('aria-label', this.#events.pageLabel(index + 1, this.#sheets.length))
    }
    this.#tellView()
  }

  #rescale(): void {
    const { scrollTop, scrollHeight } = this.#frame
    this.#layOut()
    // The same line of the text stays at the top.
    if (scrollHeight > 0) this.#frame.scrollTop = (scrollTop / scrollHeight) * this.#frame.scrollHeight
    for (const sheet of this.#sheets) sheet.isStale = true
    void this.#work()
  }

  #scale(): number {
    if (this.#zoom !== 'fit') return this.#zoom * actualSize
    if (this.#sheets.length === 0) return actualSize
    const widest = Math.max(...this.#sheets.map((sheet) => sheet.width))
    return Math.max(0.4, (this.#frame.clientWidth - 2 * margin) / widest)
  }

  #onSeen(entries: IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) this.#visible.add(target)
      else this.#visible.delete(target)
    }
    void this.#work()
  }

  readonly #tellView = (): void => {
    const middle = this.#frame.scrollTop + this.#frame.clientHeight / 2
    const index = this.#sheets.findIndex(({ paper }) => paper.offsetTop + paper.offsetHeight >= middle)
    const pageCount = this.#sheets.length
    this.#events.onView({
      page: index < 0 ? pageCount : index + 1,
      pageCount,
      zoom: this.#scale() / actualSize,
    })
    if (pageCount > 0 && this.#top === undefined)
      this.#events.onLooked({ top: this.#frame.scrollTop, zoom: this.#zoom })
  }

  readonly #tellPlace = (event: MouseEvent): void => {
    const index = this.#sheets.findIndex(
      ({ paper }) => event.target instanceof Node && paper.contains(event.target),
    )
    const box = this.#sheets[index]?.paper.getBoundingClientRect()
    if (!box) return
    const scale = this.#scale()
    this.#events.onPlace(index + 1, (event.clientX - box.left) / scale, (event.clientY - box.top) / scale)
  }

  readonly #linkActions: LinkActions = {
    innerLabel: () => this.#events.innerLinkLabel(),
    openAddress: (address) => this.#events.onAddress(address),
    goTo: (destination) => void this.#goTo(destination).catch((error) => this.#tellFault(error)),
  }

  async #goTo(destination: unknown): Promise<void> {
    const pdf = this.#pdf?.document
    if (!pdf) return
    const target = typeof destination === 'string' ? await pdf.getDestination(destination) : destination
    if (!Array.isArray(target) || !target[0]) return
    const index = await pdf.getPageIndex(target[0])
    const sheet = this.#sheets[index]
    if (!sheet) return
    const isPlace = target[1]?.name === 'XYZ' && typeof target[3] === 'number'
    const below = isPlace ? (sheet.height - target[3]) * this.#scale() : 0
    this.#frame.scrollTop = sheet.paper.offsetTop + below - margin
  }
}

/** In points. A document whose pages cannot be looked at is closed again. */
async function pageSizes({ document: pdf, close }: OpenedPdf): Promise<{ width: number; height: number }[]> {
  try {
    return await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, index) => {
        const { width, height } = (await pdf.getPage(index + 1)).getViewport({ scale: 1 })
        return { width, height }
      }),
    )
  } catch (error) {
    close()
    throw error
  }
}
