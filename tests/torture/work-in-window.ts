import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { rootFolder } from '../../scripts/root-folder.mjs'

/** The brief that is worked on, by its path in the workspace. */
export const brief = 'briefs/issue-brief.brief.yaml'

export const exportsOf = (workspace: string) => join(workspace, 'exports')

/** What the window acknowledged, over all its starts. */
export interface Written {
  /** Number of the last line that is on the disk or among the unsaved texts. */
  kept: number
  /** Paths of new briefs. */
  made: string[]
}

/**
 * Has a window type, save, make briefs, export, make copies and import a pack, at random and without end, until it is
 * killed. What it acknowledges it says on its console, which goes into `written`.
 */
export async function workInWindow(
  app: ElectronApplication,
  { workspace, pack, from, round }: { workspace: string; pack: string; from: number; round: number },
  written: Written,
): Promise<void> {
  const window = await app.firstWindow()
  window.on('console', (message) => {
    const [, kind, what = ''] = /^(kept|made) (.+)$/.exec(message.text()) ?? []
    if (kind === 'kept') written.kept = Math.max(written.kept, Number(what))
    if (kind === 'made') written.made.push(what)
  })
  // There is something to import then.
  for (const id of ['issue-brief', 'fact-sheet'])
    copyFileSync(join(rootFolder, 'templates', `${id}.hbs`), join(workspace, 'templates', `${id}.hbs`))
  const folder = exportsOf(workspace)
  mkdirSync(folder, { recursive: true })
  await app.evaluate(
    ({ dialog }, [folder, pack, round]) => {
      let copies = 0
      const nextFolder = () => `${folder}/copies-${round}-${++copies}`
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: `${folder}/window.pdf` })
      dialog.showOpenDialog = (async (_window: unknown, { properties }: Electron.OpenDialogOptions) => ({
        canceled: false,
        filePaths: [properties?.includes('openDirectory') ? nextFolder() : pack],
      })) as typeof dialog.showOpenDialog
    },
    [folder, pack, round] as const,
  )
  // They end with their window.
  for (const working of [write(window, from), carryAway(window)]) working.catch(() => undefined)
}

function write(window: Page, from: number): Promise<void> {
  return window.evaluate(
    async ([file, from]) => {
      const { briefwright } = self
      const pause = (time: number) => new Promise((done) => setTimeout(done, time))
      for (let number = from + 1; ; number += 1) {
        const opened = await briefwright.openDocument(file)
        if (!opened.ok) throw new Error('not opened')
        const { text, version } = opened.value
        const line = `# line ${number}\n`
        await briefwright.changeDocument(file, { text: text + line, kind: 'narrative', version })
        // What was typed a second ago is kept, whatever happens.
        setTimeout(() => console.log(`kept ${number}`), 1000)
        const dice = Math.random()
        if (dice < 0.2) {
          const saved = await briefwright.saveDocument(file)
          if (saved.ok && !saved.value.isUnsaved) console.log(`kept ${number}`)
        } else if (dice < 0.3) {
          const name = `Made ${number}`
          const created = await briefwright.createBrief({ template: 'fact-sheet', language: 'en', name })
          if (created.ok) console.log(`made ${created.value.file}`)
        } else if (dice < 0.4) await pause(1200)
        await pause(Math.random() * 120)
      }
    },
    [brief, from] as const,
  )
}

/** What goes out of the window and comes into it. */
function carryAway(window: Page): Promise<void> {
  return window.evaluate(async (file) => {
    const { briefwright } = self
    const sheet = {
      template: 'fact-sheet',
      language: 'en' as const,
      parameters: { deal: 'orion-glencore' },
      narrative: {},
    }
    for (let first = true; ; first = false) {
      const dice = Math.random()
      if (first && dice < 0.5) {
        await briefwright.choosePack()
        await briefwright.planPack()
        await briefwright.importPack()
      } else if (dice < 0.7) await briefwright.exportPdf({ file, brief: sheet })
      else await briefwright.exportCopies({ file, brief: sheet, recipients: 'Minister\nArchive\n' })
    }
  }, brief)
}
