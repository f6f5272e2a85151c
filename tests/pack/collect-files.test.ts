import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../engine/base/index.js'
import { collectFiles } from '../../engine/pack/index.js'
import type { LibraryEntry, TemplateLibrary } from '../../engine/template/types.js'
import { builtIn } from '../built-in/workspace.js'

const { library, casebook } = builtIn

const head = (id: string, more = '') => `---
id: ${id}
title: ${id}
description: A trial
kind: brief
languages: [en]
version: 1.0.0
${more}---
`

function libraryWith(texts: Record<string, string>): TemplateLibrary {
  const shelf = (pattern: RegExp) =>
    new Map(
      Object.entries(texts).flatMap(([path, text]): [string, LibraryEntry][] => {
        const id = pattern.exec(path)?.[1]
        return id ? [[id, { file: { path, text }, origin: 'workspace', overrides: false }]] : []
      }),
    )
  return {
    templates: shelf(/^templates\/([^/]+)\.hbs/),
    layouts: shelf(/layouts\/(.+)\.hbs/),
    partials: shelf(/partials\/(.+)\.hbs/),
    themes: library.themes,
  }
}

function collected(library: TemplateLibrary, ...ids: string[]) {
  const files = collectFiles(library, ids)
  if (!files.ok) throw new Error(JSON.stringify(files.diagnostics))
  return files.value
}

describe('what templates need elsewhere', () => {
  it('T16: is the template, its layout and theme, the partials that they call and what these call', () => {
    const files = libraryWith({
      'templates/one.hbs': `${head('one', 'layout: page\n')}{{> a}}`,
      'templates/two.hbs': head('two'),
      'templates/layouts/page.hbs': '{{> c}}{{> @body}}',
      'templates/layouts/other.hbs': '{{> @body}}',
      'templates/partials/a.hbs': '{{> b}}',
      'templates/partials/b.hbs': 'b',
      'templates/partials/c.hbs': 'c',
      'templates/partials/not-called.hbs': 'd',
    })
    expect(collected(files, 'one').texts.map(({ path }) => path)).toEqual([
      'templates/layouts/page.hbs',
      'templates/one.hbs',
      'templates/partials/a.hbs',
      'templates/partials/b.hbs',
      'templates/partials/c.hbs',
      'templates/themes/agency.yaml',
    ])
    expect(collected(files, 'two', 'two').texts.map(({ path }) => path)).toEqual([
      'templates/themes/agency.yaml',
      'templates/two.hbs',
    ])
  })

  it('T16: is the pictures that they name, wherever they name them', () => {
    const section = 'sections:\n  - { id: a, title: A, default: "![Mine](assets/mine one.jpg)" }\n'
    const body = `{{image "assets/logos/our mark.png" alt="x"}}\n![x](assets/b.JPEG "c")\n{{image 'assets/d.svg'}}
assets/../e.png {{> p}}`
    const files = libraryWith({
      'templates/one.hbs': head('one', section) + body,
      'templates/partials/p.hbs': '{{image "assets/p.png"}}{{image "assets/p.png"}}',
    })
    expect(collected(files, 'one').pictures).toEqual([
      'assets/b.JPEG',
      'assets/logos/our mark.png',
      'assets/mine one.jpg',
      'assets/p.png',
    ])
  })

  it('T16: is complete for every built-in template: each is in order with it alone', () => {
    for (const id of library.templates.keys()) {
      const { texts } = collected(library, id)
      const alone = { ...libraryWith(Object.fromEntries(texts.map(({ path, text }) => [path, text]))) }
      expect({ id, found: diagnosticsOf(collectFiles(alone, [id], casebook)) }).toEqual({ id, found: [] })
    }
  })

  it('T16: is refused for a template, layout or theme that is not there', () => {
    const files = libraryWith({
      'templates/one.hbs': head('one', 'layout: pag\npage: { theme: agncy }\n'),
      'templates/layouts/page.hbs': '{{> @body}}',
    })
    const found = collectFiles(files, ['one', 'onne'], casebook)
    if (found.ok) throw new Error('it was collected')
    expect(found.diagnostics.map(({ code, hints }) => [code, hints[0]])).toEqual([
      ['layout/unknown', 'did you mean `page`?'],
      ['theme/unknown', 'did you mean `agency`?'],
      ['template/unknown', 'did you mean `one`?'],
    ])
  })

  it('T16: comes with warnings of what is wrong in the templates', () => {
    const files = libraryWith({ 'templates/one.hbs': `${head('one')}{{> missing}}` })
    expect(collectFiles(files, ['one'], casebook)).toMatchObject({
      ok: true,
      warnings: [{ severity: 'warning', code: 'template/unknown-partial' }],
    })
  })
})
