import { type PDFPageProxy, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface LinkActions {
  innerLabel(): string
  openAddress(address: string): void
  /** `destination` is a name or an explicit target, as pdf.js gives it. */
  goTo(destination: unknown): void
}

/**
 * Paints a page apart from the window, then puts it on `paper` in one go, so that the old one never goes before
 * the new one is there. `scale` is in CSS pixels a point.
 */
export async function paintPage(
  page: PDFPageProxy,
  paper: HTMLElement,
  scale: number,
  actions: LinkActions,
): Promise<void> {
  const sharpness = window.devicePixelRatio
  const viewport = page.getViewport({ scale })
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(viewport.width * sharpness)
  canvas.height = Math.round(viewport.height * sharpness)
  canvas.setAttribute('aria-hidden', 'true')
  const text = layer('text-layer')
  const links = layer('link-layer')
  const textLayer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport })
  await Promise.all([
    page.render({ canvas, viewport, transform: [sharpness, 0, 0, sharpness, 0, 0] }).promise,
    textLayer.render(),
    addLinks(page, links, scale, actions),
  ])
  paper.style.setProperty('--total-scale-factor', String(scale))
  paper.replaceChildren(canvas, text, links)
}

function layer(name: string): HTMLDivElement {
  const element = document.createElement('div')
  element.className = name
  return element
}

async function addLinks(
  page: PDFPageProxy,
  container: HTMLElement,
  scale: number,
  actions: LinkActions,
): Promise<void> {
  const viewport = page.getViewport({ scale })
  for (const annotation of await page.getAnnotations()) {
    if (annotation.subtype !== 'Link') continue
    const [left = 0, top = 0, right = 0, bottom = 0] = viewport.convertToViewportRectangle(annotation.rect)
    const link = document.createElement('a')
    link.href = '#'
    link.setAttribute('aria-label', annotation.url || annotation.contentsObj?.str || actions.innerLabel())
    link.style.left = `${Math.min(left, right)}px`
    link.style.top = `${Math.min(top, bottom)}px`
    link.style.width = `${Math.abs(right - left)}px`
    link.style.height = `${Math.abs(bottom - top)}px`
    if (annotation.url) link.title = annotation.url
    link.addEventListener('click', (event) => {
      event.preventDefault()
      if (annotation.url) actions.openAddress(annotation.url)
      else actions.goTo(annotation.dest)
    })
    container.append(link)
  }
}
