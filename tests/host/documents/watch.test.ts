import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type DocumentState, openDocuments } from '../../../host/documents/index.js'
import { file, newWorkspace, openRoom, shown, start, type, valueIn } from './open-room.js'

describe('what another program does to an open file', () => {
  it('is seen at the next look, and told once', async () => {
    const { workspace, dataFolder, path } = newWorkspace()
    const { documents, clock } = await openRoom({ workspace, dataFolder, isAutosaving: false })
    await documents.open(file)
    const states: DocumentState[] = []
    documents.onChanged((state) => states.push(state))
    writeFileSync(path, start.replace('two', 'TWO'))
    clock.advance(500)
    await vi.waitFor(() => expect(states).toHaveLength(1))
    expect(states[0]).toMatchObject({
      isUnsaved: false,
      notice: { code: 'document/taken-up' },
      canUndo: true,
    })
    expect(states[0]?.text).toBe(start.replace('two', 'TWO'))
    expect(structuredClone(states[0])).toEqual(states[0])
    for (let look = 0; look < 5; look += 1) {
      clock.advance(500)
      await documents.look()
    }
    expect(states).toHaveLength(1)
  })

  it('is seen within a second by the system clock, also when the folder was deleted and put back', async () => {
    const { workspace, dataFolder, path } = newWorkspace()
    const documents = valueIn(await openDocuments({ workspace, dataFolder, isAutosaving: false }))
    onTestFinished(async () => {
      await documents.end()
    })
    await documents.open(file)
    // Half a second between looks, and as much again for a machine that is busy.
    const soon = { timeout: 1000, interval: 20 }
    type(documents, start.replace('six', 'SIX'))
    rmSync(join(workspace, 'briefs'), { recursive: true })
    await vi.waitFor(() => expect(shown(documents).gone).toBe('folder'), soon)
    mkdirSync(join(workspace, 'briefs'))
    writeFileSync(path, start.replace('two', 'TWO'))
    await vi.waitFor(() => expect(shown(documents).gone).toBeUndefined(), soon)
    await vi.waitFor(
      () => expect(shown(documents).text).toBe(start.replace('two', 'TWO').replace('six', 'SIX')),
      soon,
    )
    renameSync(workspace, `${workspace}-away`)
    await vi.waitFor(() => expect(shown(documents).gone).toBe('workspace'), soon)
    renameSync(`${workspace}-away`, workspace)
    await vi.waitFor(() => expect(shown(documents).gone).toBeUndefined(), soon)
  })
})
