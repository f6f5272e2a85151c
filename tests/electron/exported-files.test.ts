import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createExportedFiles } from '../../electron/main/exported-files.js'

const folder = join('/', 'work', 'minerals')

describe('the files that the window may have opened', () => {
  it.each([join(folder, 'exports', 'a.pdf'), join(folder, 'exports', 'older', 'B.PDF')])(
    'are the PDFs of the exports folder: %s',
    (path) => {
      expect(createExportedFiles(() => folder).find(path)).toMatchObject({ ok: true, value: path })
    },
  )

  it.each([
    join(folder, 'exports', 'a.sh'),
    join(folder, 'exports', '..', 'casebook', 'a.pdf'),
    `${join(folder, 'exports')}-elsewhere/a.pdf`,
    join('/', 'elsewhere', 'a.pdf'),
  ])('are no others: %s', (path) => {
    expect(createExportedFiles(() => folder).find(path)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'export/unknown' }],
    })
  })

  it('are those too that were exported elsewhere, and none of a workspace that is no longer open', () => {
    let open = folder
    const files = createExportedFiles(() => open)
    const elsewhere = join('/', 'elsewhere', 'a.pdf')
    files.note(elsewhere)
    open = join('/', 'work', 'other')
    expect(files.find(elsewhere).ok).toBe(true)
    expect(files.find(join(folder, 'exports', 'a.pdf')).ok).toBe(false)
  })
})
