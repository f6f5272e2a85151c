import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Outcome } from '../../engine/base/index.js'
import type { Casebook, CasebookRecord } from '../../engine/casebook/index.js'
import { type Atlas, type Canvas, readAtlas, type Scene } from '../../engine/figures/index.js'
import { boxOfText, textsOf } from '../../engine/figures/label.js'
import { isWithin, overlaps } from '../../engine/figures/outline.js'
import type { Language } from '../../engine/locale/index.js'
import { casebookOf, smallFiles } from '../small/casebook.js'

/** A column and a page. */
export const widths = [237, 493]

/** Letters of about the width of the real ones; what matters is that drawing and checking measure alike. */
export function canvas(width: number, language: Language): Canvas {
  return {
    width,
    language,
    measure: (text, { size, bold }) => {
      const letters = [...text].reduce(
        (sum, letter) => sum + (/[ilj.,:;'’|()  ]/.test(letter) ? 0.26 : 0.52),
        0,
      )
      return letters * size * (bold ? 1.05 : 1)
    },
    colours: {
      ink: '#1a1d21',
      accent: '#1d3b66',
      muted: '#565d66',
      rule: '#8a9099',
      caution: '#a3341f',
      tint: '#f3f5f8',
    },
  }
}

/** What is wrong with the texts of a scene: two that overlap, one that leaves it, one that is too small. */
export function textFaults(scene: Scene, { measure }: Canvas): string[] {
  const sheet = { x: -0.1, y: -0.1, width: scene.width + 0.2, height: scene.height + 0.2 }
  const texts = textsOf(scene).map((shape) => ({ shape, box: boxOfText(shape, measure) }))
  return texts.flatMap(({ shape, box }, index) => [
    ...(isWithin(box, sheet) ? [] : [`“${shape.text}” leaves the picture`]),
    ...(shape.size < 7 ? [`“${shape.text}” is smaller than 7 points`] : []),
    ...texts
      .slice(index + 1)
      // Lines of one label stand close: their boxes may touch by the depth of a descender.
      .filter((other) => overlaps(box, other.box, -0.9))
      .map((other) => `“${shape.text}” overlaps “${other.shape.text}”`),
  ])
}

export function unwrap<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics, null, 2))
  return outcome.value
}

export function codesOf(outcome: Outcome<unknown>): string[] {
  return (outcome.ok ? outcome.warnings : outcome.diagnostics).map(({ code }) => code)
}

let world: Atlas | undefined

export function atlas(): Atlas {
  const read = (name: string) =>
    readFileSync(fileURLToPath(new URL(`../../assets/maps/${name}`, import.meta.url)), 'utf8')
  world ??= unwrap(
    readAtlas({
      countries: read('countries.json'),
      lakes: read('lakes.json'),
      land: read('land.json'),
      places: read('places.tsv'),
    }),
  )
  return world
}

/** A small invented casebook with flows, events, risks or assets of its own. */
export function invented(files: Record<string, string>): Casebook {
  const header = `title: Invented
description: An island that does not exist
languages: [en]
asOf: 2026-02-28
terms:
  press: press
  company: company
  mining: mining
  sea: sea
  storm: storms
claims:
  flows:
    volume: Volume
  assets:
    location: Location
    owners: Owners
    catch: Catch
    catch2024: Catch in 2024
    catch2025: Catch in 2025
    products: Products
  risks:
    likelihood: Likelihood
    impact: Impact
`
  return casebookOf(smallFiles({ casebook: header, ...files }))
}

export function flow(id: string, origin: string, destination: string, volume = ''): string {
  const claim = volume ? `\n  volume: ${volume}` : ''
  return `- id: ${id}\n  name: ${id}\n  mode: sea\n  origin: ${origin}\n  destination: ${destination}${claim}\n`
}

export function asset(id: string, ...lines: string[]): string {
  return `- id: ${id.toLowerCase().replaceAll(' ', '-')}\n  name: ${id}\n${lines.map((line) => `  ${line}\n`).join('')}`
}

export function all(casebook: Casebook, collection: keyof Casebook['collections']): CasebookRecord[] {
  return casebook.collections[collection]
}
