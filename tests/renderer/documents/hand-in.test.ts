import { readFileSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Outcome } from '../../../engine/base/index.js'
import type { DocumentState, Documents, TextChange } from '../../../host/documents/index.js'
import { file, newWorkspace, openRoom, valueIn } from '../../host/documents/open-room.js'

/** Main, as far as documents go: a real room, whose answer to a change can be held back. */
const main = vi.hoisted(() => {
  const state = {
    documents: undefined as Documents | undefined,
    isHeld: false,
    letGo: [] as (() => void)[],
    changes: [] as string[],
    isOut: false,
  }
  const room = () => state.documents as Documents
  const calls = {
    openDocument: (file: string) => room().open(file),
    async changeDocument(file: string, change: TextChange) {
      if (state.isOut) throw new Error('main is gone')
      state.changes.push(change.text)
      const answer = room().change(file, change)
      if (state.isHeld) await new Promise<void>((resolve) => state.letGo.push(resolve))
      return answer
    },
    keepView: async (file: string, view: unknown) => room().keepView(file, view),
    undoDocument: async (file: string) => room().undo(file),
    redoDocument: async (file: string) => room().redo(file),
    saveDocument: (file: string) => room().save(file),
    letDocumentGo: (file: string) => room().letGo(file),
  }
  Object.assign(globalThis, {
    window: {
      briefwright: new Proxy(calls, {
        get: (known, name) => known[name as keyof typeof known] ?? (async () => undefined),
      }),
    },
  })
  return state
})

import { useNotices } from '../../../renderer/base/notices.js'
import {
  changeBrief,
  changeNarrative,
  followDocument,
  takeUp,
  useOpenBrief,
} from '../../../renderer/briefs/use-open-brief.js'
import {
  openDocument,
  redoDocument,
  saveDocument,
  undoDocument,
} from '../../../renderer/documents/document-actions.js'
import { flush, forgetAll, handIn, hear, keepView, viewOf } from '../../../renderer/documents/hand-in.js'
import { documentOf, isUnsaved } from '../../../renderer/documents/use-documents.js'

const start = '# ours\ntemplate: x\nlanguage: en\nnarrative:\n  a: One.\n  b: Two.\n  c: Three.\n'

async function openOne() {
  const place = newWorkspace(start)
  const { documents } = await openRoom({ ...place, isAutosaving: false })
  main.documents = documents
  documents.onChanged(hear)
  const state: Outcome<DocumentState> = await openDocument(file)
  takeUp(valueIn(state))
  return { ...place, documents }
}

const textOf = () => documentOf(file)?.text
const said = () => useOpenBrief.getState().open?.brief.narrative
const lettingGo = () => {
  for (const go of main.letGo.splice(0)) go()
}

beforeEach(() => {
  Object.assign(main, { isHeld: false, isOut: false, letGo: [], changes: [] })
  forgetAll()
  useNotices.setState({ notices: [] })
})

describe('what is typed', () => {
  it('is on the screen at once and with main as soon as it can be, one change at a time', async () => {
    const { documents } = await openOne()
    main.isHeld = true
    for (const word of ['1', '12', '123']) changeNarrative('a', word)
    expect(said()).toMatchObject({ a: '123' })
    expect(isUnsaved(documentOf(file))).toBe(true)
    await vi.waitFor(() => expect(main.letGo).toHaveLength(1))
    expect(main.changes).toHaveLength(1)
    main.isHeld = false
    lettingGo()
    expect(await flush()).toBe(true)
    expect(main.changes.map((text) => /a: "?(\d+)/.exec(text)?.[1])).toEqual(['1', '123'])
    expect(valueIn(documents.state(file)).text).toBe(textOf())
  })

  it('changes only its own place in the file', async () => {
    const { path } = await openOne()
    changeNarrative('b', 'Zwei.')
    changeBrief({ title: 'Orion' })
    expect(await saveDocument(file)).toBe(true)
    expect(readFileSync(path, 'utf8')).toBe(
      start.replace('Two.', 'Zwei.').replace('language: en\n', 'language: en\ntitle: Orion\n'),
    )
    expect(isUnsaved(documentOf(file))).toBe(false)
  })

  it('is kept in the window and handed in with the next change where main cannot be reached', async () => {
    const { documents } = await openOne()
    main.isOut = true
    changeNarrative('a', 'Eins.')
    expect(await flush()).toBe(false)
    expect(useNotices.getState().notices).toMatchObject([{ notice: { what: 'cannotKeep' } }])
    expect(said()).toMatchObject({ a: 'Eins.' })
    main.isOut = false
    changeNarrative('b', 'Zwei.')
    expect(await flush()).toBe(true)
    expect(useNotices.getState().notices).toEqual([])
    expect(valueIn(documents.state(file)).text).toContain('a: Eins.\n  b: Zwei.')
  })
})

describe('what another program writes meanwhile', () => {
  it('comes into the text on the screen, and neither side loses anything', async () => {
    const { documents, path } = await openOne()
    const stop = followDocument()
    main.isHeld = true
    changeNarrative('a', 'Eins.')
    await vi.waitFor(() => expect(main.letGo).toHaveLength(1))
    // While the first change is on its way: another program writes, and the author types on.
    writeFileSync(path, start.replace('Three.', 'Theirs.'))
    await documents.look()
    changeNarrative('a', 'Eins, zwei.')
    expect(said()).toMatchObject({ a: 'Eins, zwei.', c: 'Three.' })
    main.isHeld = false
    lettingGo()
    expect(await flush()).toBe(true)
    expect(said()).toEqual({ a: 'Eins, zwei.', b: 'Two.', c: 'Theirs.' })
    expect(documentOf(file)?.news?.notice).toMatchObject({ code: 'document/merged' })
    expect(textOf()).toBe(valueIn(documents.state(file)).text)
    stop()
  })

  it('is shown instead of the brief where it is none, until it is one again', async () => {
    const { documents, path } = await openOne()
    const stop = followDocument()
    writeFileSync(path, `${start}broken: [\n`)
    await documents.look()
    expect(useOpenBrief.getState().open).toBeUndefined()
    expect(useOpenBrief.getState().unreadable).toMatchObject({ file, text: `${start}broken: [\n` })
    writeFileSync(path, start)
    await documents.look()
    expect(said()).toMatchObject({ a: 'One.' })
    expect(useOpenBrief.getState().unreadable).toBeUndefined()
    stop()
  })
})

describe('undo and redo', () => {
  it('go through settings and text in the order in which they were made', async () => {
    await openOne()
    const stop = followDocument()
    const before = useOpenBrief.getState().open?.brief
    changeNarrative('a', 'Eins.')
    changeBrief({ language: 'fr' })
    changeNarrative('b', 'Zwei.')
    const after = useOpenBrief.getState().open?.brief
    await undoDocument(file)
    expect(useOpenBrief.getState().open?.brief).toMatchObject({
      language: 'fr',
      narrative: { a: 'Eins.', b: 'Two.' },
    })
    await undoDocument(file)
    expect(useOpenBrief.getState().open?.brief).toMatchObject({ language: 'en', narrative: { a: 'Eins.' } })
    await undoDocument(file)
    expect(useOpenBrief.getState().open?.brief).toEqual(before)
    expect(textOf()).toBe(start)
    for (let step = 0; step < 3; step += 1) await redoDocument(file)
    expect(useOpenBrief.getState().open?.brief).toEqual(after)
    stop()
  })
})

describe('where the author is', () => {
  it('goes in with each change, and by itself', async () => {
    const { documents } = await openOne()
    keepView(file, { tab: 'text' })
    changeNarrative('a', 'Eins.')
    await flush()
    expect(valueIn(documents.state(file)).view).toEqual({ tab: 'text' })
    keepView(file, { tab: 'settings' })
    await flush()
    expect(valueIn(documents.state(file)).view).toEqual({ tab: 'settings' })
    expect(viewOf(file)).toEqual({ tab: 'settings' })
  })

  it('is no change of a file that is not open', () => {
    handIn('briefs/none.brief.yaml', 'x', 'narrative')
    expect(documentOf('briefs/none.brief.yaml')).toBeUndefined()
    expect(main.changes).toEqual([])
  })
})
