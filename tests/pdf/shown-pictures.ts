import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Block } from '../../engine/document/index.js'
import type { Host } from '../../engine/host.js'
import { renderPdf } from '../../engine/pdf/index.js'
import { freshFolder } from '../host/fresh-folder.js'
import { host, model, theme } from './samples.js'

export const hasPoppler = !spawnSync('pdftoppm', ['-v']).error

export async function pdfWith(picture: Uint8Array, part: Partial<Extract<Block, { type: 'image' }>> = {}) {
  const image: Block = { type: 'image', id: 'one', path: 'assets/one.png', alt: 'One', width: 0.5, ...part }
  const withPicture: Host = { ...host, picture: () => ({ ok: true, value: picture, warnings: [] }) }
  const rendered = await renderPdf(model([image], { footer: '' }), theme(), withPicture)
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostics))
  return rendered.value
}

export type Colour = [red: number, green: number, blue: number]

/** The left, right, upper and lower half of a picture on its page, each as the colour in its middle. */
export async function shown(picture: Uint8Array): Promise<Record<'left' | 'right' | 'top' | 'foot', Colour>> {
  const { bytes } = await pdfWith(picture)
  const file = join(freshFolder(), 'a.pdf')
  writeFileSync(file, bytes)
  execFileSync('pdftoppm', ['-r', '48', file, file])
  const page = readFileSync(`${file}-1.ppm`)
  const [, columns = '0', rows = '0'] = /^P6\s(\d+)\s(\d+)\s255\s/.exec(page.toString('latin1', 0, 30)) ?? []
  const [width, height] = [Number(columns), Number(rows)]
  const start = page.length - width * height * 3
  const at = (x: number, y: number): Colour => {
    const [r = 0, g = 0, b = 0] = page.subarray(start + (Math.round(y) * width + Math.round(x)) * 3)
    return [r, g, b]
  }
  // The text block begins at 18 and 22 mm; the picture has half its width. What is under the page number is not looked at.
  const inked = [...Array(width * height).keys()].filter((dot) => {
    const [x, y] = [dot % width, Math.floor(dot / width)]
    return y < height * 0.9 && at(x, y).some((part) => part < 250)
  })
  const xs = inked.map((dot) => dot % width)
  const ys = inked.map((dot) => Math.floor(dot / width))
  const [left, right] = [xs.reduce((a, b) => Math.min(a, b)), xs.reduce((a, b) => Math.max(a, b))]
  const [top, foot] = [ys.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.max(a, b))]
  const [midX, midY] = [(left + right) / 2, (top + foot) / 2]
  return {
    left: at(left + (right - left) / 4, midY),
    right: at(left + ((right - left) * 3) / 4, midY),
    top: at(midX, top + (foot - top) / 4),
    foot: at(midX, top + ((foot - top) * 3) / 4),
  }
}
