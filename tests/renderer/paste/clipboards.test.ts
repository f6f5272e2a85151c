// @vitest-environment jsdom
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getSchema } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { narrativeExtensions } from '../../../renderer/editor/narrative-extensions.js'
import { narrativeMarkdown, survivesEditing } from '../../../renderer/editor/narrative-markdown.js'
import { readPasted } from '../../../renderer/paste/read-pasted.js'

const folder = join(import.meta.dirname, 'clipboards')
const schema = getSchema(narrativeExtensions())

describe('what programs put on the clipboard', () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.html')))('is read as Markdown: %s', (name) => {
    const pasted = readPasted(readFileSync(join(folder, name), 'utf8'))
    if (!pasted || pasted === 'too-long') throw new Error('was not read')
    const document = { type: 'doc', content: [...pasted.blocks, ...pasted.notes] }
    schema.nodeFromJSON(document).check()
    const { pictures, comments } = pasted.leftOut
    const text = `${narrativeMarkdown(document)}\n\n<!-- left out: ${pictures} pictures, ${comments} comments -->\n`
    const expected = join(folder, name.replace('.html', '.md'))
    if (process.env['UPDATE']) writeFileSync(expected, text)
    expect(text).toBe(readFileSync(expected, 'utf8'))
    expect(survivesEditing(narrativeMarkdown(document))).toBe(true)
  })
})
