import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answersWithOutcome, type Calls } from '../../electron/contract/index.js'
import { success } from '../../engine/base/index.js'

/** What a call of the fake bridge does: answers as main would, or rejects as Electron does. */
const fake = vi.hoisted(() => {
  const state = { answers: {} as Record<string, unknown>, failing: undefined as string | undefined }
  const briefwright = new Proxy(
    {},
    {
      get: (_, name: string) => async () => {
        if (name === state.failing)
          throw new Error(`Error invoking remote method 'call:${name}': Error: ${name} is out of order`)
        return state.answers[name]
      },
    },
  )
  Object.assign(globalThis, { window: { briefwright } })
  return state
})

import { bridge } from '../../renderer/base/bridge.js'
import { useNotices } from '../../renderer/base/notices.js'
import { changeSettings, keepLook, readSettings } from '../../renderer/base/use-window.js'
import {
  beginCasebook,
  chooseBrief,
  chooseWorkspace,
  createBrief,
  openBrief,
  saveBrief,
  takeOfferedWorkspace,
} from '../../renderer/briefs/brief-actions.js'
import { keepPageInStep } from '../../renderer/briefs/preview.js'
import { changeBrief, putAway, takeUp, useOpenBrief } from '../../renderer/briefs/use-open-brief.js'
import {
  findOpenDocuments,
  letDocumentGo,
  putDocumentBack,
  redoDocument,
  resolveDocument,
  restoreDocument,
  saveDocumentElsewhere,
  undoDocument,
} from '../../renderer/documents/document-actions.js'
import { flush, forgetAll, takeUpDocument } from '../../renderer/documents/hand-in.js'
import {
  askForExport,
  exportBrief,
  listExports,
  openExport,
  showExport,
  stopCopies,
  useExports,
} from '../../renderer/exports/use-exports.js'
import {
  choosePdf,
  openDroppedPdf,
  openExportedBrief,
  restoreOnHand,
  usePdf,
  verifyOnHand,
} from '../../renderer/exports/use-pdf.js'
import { chooseToImport, exportChoice, importOnHand, usePacks } from '../../renderer/packs/use-packs.js'
import { readWorkspace, showSource, useWorkspace } from '../../renderer/workspace/use-workspace.js'

const file = 'briefs/a.brief.yaml'
const settings = { language: 'en', theme: 'system', recent: [], autosaves: true }
const workspace = { folder: '/w', templates: [], briefs: [], diagnostics: [] }
const state = {
  file,
  text: 'template: fact-sheet\nlanguage: en\n',
  view: undefined,
  version: 1,
  isUnsaved: true,
}
const pdf = { number: 0, path: '/w/exports/a.pdf', name: 'a.pdf' }
const listing = { path: pdf.path, name: pdf.name, size: 1, changed: 1 }
const plan = { about: { id: 'p', title: 'P', version: '1' }, files: [] }
const choice = { templates: ['a'], title: '', description: '', version: '1', author: '', licence: '' }
const choices = { dossier: true, redacted: false, watermark: undefined, recipients: '', lock: undefined }

const answers: { [K in keyof Calls]: unknown } = {
  readSettings: settings,
  changeSettings: settings,
  keepLook: undefined,
  readWorkspace: workspace,
  chooseWorkspace: workspace,
  beginCasebook: success(workspace),
  takeOfferedWorkspace: workspace,
  readSource: success('text'),
  createBrief: success(state),
  chooseBrief: success(file),
  renderBrief: success({ bytes: new Uint8Array(1), pageCount: 1, pageMap: [], faults: [] }),
  openDocument: success(state),
  listDocuments: success([state]),
  changeDocument: success(state),
  keepView: success(true),
  undoDocument: success(state),
  redoDocument: success(state),
  saveDocument: success(state),
  resolveDocument: success(state),
  putBackDocument: success(state),
  saveDocumentElsewhere: success(null),
  letDocumentGo: success(true),
  closeDocument: success(true),
  documentHistory: success([]),
  compareWithHistory: success([]),
  restoreDocument: success(state),
  exportPdf: success({ path: pdf.path, pageCount: 1 }),
  exportCopies: success({ path: pdf.path, folder: '/w', made: 1, of: 1, faults: [] }),
  stopCopies: undefined,
  listExports: success([listing]),
  openExport: success(true),
  showExport: success(true),
  choosePdf: pdf,
  takeExport: success(pdf),
  takeDropped: success(pdf),
  inspectPdf: success({ diagnostics: [] }),
  verifyPdf: success({ isIdentical: true, differences: [] }),
  restorePdf: success({ workspace, file }),
  choosePack: { path: '/p', name: 'p' },
  planPack: success(plan),
  importPack: success({ files: [] }),
  exportPack: success('/p'),
  showPack: undefined,
  openLink: true,
  closeWindow: undefined,
}

/** How the window comes to make each call. */
const ways: { [K in keyof Calls]: () => unknown } = {
  readSettings,
  changeSettings: () => changeSettings({ theme: 'dark' }),
  keepLook: () => keepLook({ share: 0.5 }),
  readWorkspace,
  chooseWorkspace,
  beginCasebook,
  takeOfferedWorkspace,
  readSource: () => showSource('casebook/deals.yaml', 1),
  createBrief: () => createBrief({ template: 'fact-sheet', language: 'en', name: 'A' }),
  chooseBrief,
  renderBrief: renderOnce,
  openDocument: () => openBrief('briefs/other.brief.yaml'),
  listDocuments: findOpenDocuments,
  changeDocument: async () => {
    changeBrief({ title: 'Handed in' })
    await flush()
  },
  keepView: () => bridge.keepView(file, {}),
  undoDocument: () => undoDocument(file),
  redoDocument: () => redoDocument(file),
  saveDocument: saveBrief,
  resolveDocument: () => resolveDocument(file, ['mine'], 1),
  putBackDocument: () => putDocumentBack(file),
  saveDocumentElsewhere: () => saveDocumentElsewhere(file),
  letDocumentGo: () => letDocumentGo(file),
  closeDocument: () => bridge.closeDocument(file),
  documentHistory: () => bridge.documentHistory(file),
  compareWithHistory: () => bridge.compareWithHistory(file, 'a'),
  restoreDocument: () => restoreDocument(file, 'a'),
  exportPdf: () => exportBrief(choices),
  exportCopies: () => exportBrief({ ...choices, recipients: 'One\nTwo' }),
  stopCopies,
  listExports,
  openExport: () => openExport(pdf.path),
  showExport: () => showExport(pdf.path),
  choosePdf: () => choosePdf('open'),
  takeExport: () => openExportedBrief(listing),
  takeDropped: () => openDroppedPdf({ name: 'a.pdf' } as File),
  inspectPdf: () => choosePdf('open'),
  verifyPdf: async () => {
    await choosePdf('open')
    await verifyOnHand()
  },
  restorePdf: async () => {
    await choosePdf('open')
    await restoreOnHand()
  },
  choosePack: chooseToImport,
  planPack: chooseToImport,
  importPack: async () => {
    await chooseToImport()
    await importOnHand()
  },
  exportPack: async () => {
    const diagnostics = await exportChoice(choice)
    return diagnostics.map(({ message }) => message)
  },
  showPack: () => bridge.showPack(),
  openLink: () => bridge.openLink('https://example.org'),
  closeWindow: () => bridge.closeWindow(),
}

/** Keeps the page in step until it is. */
async function renderOnce(): Promise<void> {
  const stop = keepPageInStep()
  changeBrief({ title: `At ${performance.now()}` })
  await vi.waitFor(() => expect(useOpenBrief.getState().isUpdating).toBe(false))
  stop()
}

/** What an author can see that somebody is waited for. */
function isBusy(): boolean {
  const { isUpdating } = useOpenBrief.getState()
  const { isExporting } = useExports.getState()
  const { importing } = usePacks.getState()
  return [isUpdating, isExporting, usePdf.getState().onHand?.busy, importing?.isBusy].some(Boolean)
}

/** Everything that is said to the author, wherever it stands. */
function said(): string {
  return JSON.stringify([
    useNotices.getState().notices,
    useOpenBrief.getState().diagnostics,
    usePdf.getState().onHand?.diagnostics,
    usePacks.getState().importing?.diagnostics,
    useExports.getState().faults,
  ])
}

beforeEach(() => {
  fake.answers = answers
  useWorkspace.setState({ workspace: workspace as never })
  takeUpDocument(state as never)
  takeUp(state)
})

afterEach(() => {
  fake.failing = undefined
  putAway()
  forgetAll()
  useNotices.setState({ notices: [] })
  usePdf.setState({ onHand: undefined, verdicts: {} })
  usePacks.setState({ importing: undefined, exporting: undefined })
  useExports.setState({ isOpen: false, copy: undefined, isStopping: false, faults: [] })
})

describe.each(Object.keys(answersWithOutcome) as (keyof Calls)[])('the call %s', (name) => {
  it('goes well, and leaves nothing waiting', async () => {
    await ways[name]()
    expect(isBusy()).toBe(false)
    expect(said()).not.toContain('out of order')
  })

  it('fails, and the author is told and can go on', async () => {
    fake.failing = name
    const given = JSON.stringify(await ways[name]()) ?? ''
    // What is not waited for comes after.
    await vi.waitFor(() => expect(said() + given).toContain(`"${name} is out of order"`))
    expect(isBusy()).toBe(false)
    fake.failing = undefined
    useNotices.setState({ notices: [] })
    usePdf.setState({ onHand: undefined })
    usePacks.setState({ importing: undefined })
    await ways[name]()
    expect(said()).not.toContain('out of order')
    expect(isBusy()).toBe(false)
  })
})

it('a list of recipients stays in sight when its copies cannot be asked for', async () => {
  askForExport()
  fake.failing = 'exportCopies'
  await exportBrief({ ...choices, recipients: 'One\nTwo' })
  expect(useExports.getState().isOpen).toBe(true)
  expect(useExports.getState().faults).toMatchObject([{ message: 'exportCopies is out of order' }])
})
