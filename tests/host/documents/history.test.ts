import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openHistory } from '../../../host/documents/history.js'
import { snapshotOf } from '../../../host/documents/snapshot.js'
import { freshFolder } from '../fresh-folder.js'
import { file, newWorkspace, openRoom, shown, start, type, valueIn } from './open-room.js'

const day = 24 * 60 * 60 * 1000

describe('the history of a file', () => {
  it('holds each saved state and what another program wrote, and brings one back so that it can be undone', async () => {
    const { workspace, dataFolder, path } = newWorkspace()
    const { documents, clock } = await openRoom({ workspace, dataFolder, isAutosaving: false })
    await documents.open(file)
    for (const text of ['first\n', 'second\n']) {
      clock.advance(1000)
      type(documents, text)
      await documents.save(file)
    }
    clock.advance(1000)
    writeFileSync(path, 'foreign\n')
    await documents.look()
    await vi.waitFor(() => expect(documents.history(file)).toHaveLength(4))
    const entries = documents.history(file)
    const texts = entries.map(({ id }) => valueIn(documents.readHistory(file, id)))
    expect(texts).toEqual(['foreign\n', 'second\n', 'first\n', start])
    expect(entries.map(({ size }) => size)).toEqual([8, 7, 6, start.length])
    expect(entries.map(({ when }) => clock.now() - when)).toEqual([0, 1000, 2000, 2001])
    documents.restore(file, entries[2]?.id ?? '')
    expect(shown(documents)).toMatchObject({ text: 'first\n', isUnsaved: true })
    documents.undo(file)
    expect(shown(documents).text).toBe('foreign\n')
  })

  it('keeps a content once, and not beyond its days and bytes', async () => {
    const folder = freshFolder()
    const now = Date.now()
    const history = openHistory(folder, '/w', { days: 10, bytes: 250 })
    const keep = (text: string, when: number) => history.keep('f', snapshotOf(text.repeat(100)), when)
    await keep('a', now - 11 * day)
    await keep('b', now - 9 * day)
    await keep('c', now - 8 * day)
    await keep('b', now - 7 * day)
    await keep('d', now - 1 * day)
    await keep('d', now)
    expect(readdirSync(join(folder, 'contents'))).toHaveLength(4)
    for (const name of readdirSync(join(folder, 'contents'))) utimesSync(join(folder, 'contents', name), 0, 0)
    history.prune(now)
    const states = history.list('f').map(({ id }) => valueIn(history.read('f', id)).text[0])
    expect(states).toEqual(['d', 'b', 'b'])
    expect(readdirSync(join(folder, 'contents'))).toHaveLength(2)
  })

  it('survives a pruning that ended half-way, and a content that is damaged', async () => {
    const folder = freshFolder()
    const now = Date.now()
    const history = openHistory(folder, '/w', { days: 10, bytes: 1000 })
    await history.keep('f', snapshotOf('one'), now)
    await history.keep('f', snapshotOf('two'), now + 1)
    const [shelf] = readdirSync(join(folder, 'entries'))
    const [first] = readdirSync(join(folder, 'entries', shelf ?? '')).sort()
    // The entry went, its content did not yet.
    rmSync(join(folder, 'entries', shelf ?? '', first ?? ''))
    history.prune(now + 2)
    expect(readdirSync(join(folder, 'contents'))).toHaveLength(2)
    history.prune(now + day)
    expect(readdirSync(join(folder, 'contents'))).toHaveLength(1)
    const [left] = readdirSync(join(folder, 'contents'))
    writeFileSync(join(folder, 'contents', left ?? ''), 'tw0')
    expect(history.read('f', history.list('f')[0]?.id ?? '')).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'document/no-such-state' }],
    })
  })
})
