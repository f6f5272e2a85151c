import { describe, expect, it } from 'vitest'
import { findTemplate, type TemplateLibrary } from '../../../engine/template/index.js'

function libraryWith(name: string, text: string): TemplateLibrary {
  const file = { path: `templates/${name}.hbs`, text }
  const entry = { file, origin: 'workspace' as const, overrides: false }
  return { templates: new Map([[name, entry]]), layouts: new Map(), partials: new Map(), themes: new Map() }
}

const written = (id: string) => `---
title: Note
id: ${id}
description: A note
kind: note
languages: [en]
version: 1.0.0
page: { size: A4, orientation: portrait, theme: agency }
---
Text.
`

describe('a template of the library', () => {
  it('is found by the name of its file', () => {
    expect(findTemplate(libraryWith('note', written('note')), 'note')).toMatchObject({ ok: true })
  })

  it('that says another id than its file’s name is refused, with the line that says it', () => {
    expect(findTemplate(libraryWith('note', written('notice')), 'note')).toMatchObject({
      ok: false,
      diagnostics: [
        {
          code: 'template/id',
          message: 'the template says `id: notice`, and its file is called `note.hbs`',
          at: { file: 'templates/note.hbs', line: 3 },
        },
      ],
    })
  })
})
