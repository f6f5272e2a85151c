import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { rootFolder } from '../../scripts/root-folder.mjs'
import type { Random } from '../small/random.js'
import { straysIn } from './folder-facts.js'
import type { Figures } from './torture.js'

const file = 'briefs/issue-brief.brief.yaml'

/**
 * Kills the real app `kills` times on one workspace, each time while it types, saves, saves by itself or makes briefs,
 * and looks at the next start whether everything is there that it had acknowledged.
 */
export async function killWindowOften(
  kills: number,
  executablePath: string,
  random: Random,
): Promise<Figures> {
  const figures: Figures = { name: 'the window', kills: 0, lost: 0, half: 0, strays: 0, examples: [] }
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-torture-window-'))
  const workspace = join(folder, 'workspace')
  const memory = join(folder, 'memory')
  const note = (kind: 'lost' | 'half' | 'strays', what: string) => {
    figures[kind] += 1
    if (figures.examples.length < 5) figures.examples.push(`${kind}: ${what}`)
  }
  let kept = 0
  const made: string[] = []
  try {
    for (let round = 0; round <= kills; round += 1) {
      const app = await start(executablePath, workspace, memory)
      const window = await app.firstWindow()
      const text = await textOf(window)
      const lines = [...text.matchAll(/^# line (\d+)$/gm)].map(([, number]) => Number(number))
      for (let number = 1; number <= kept; number += 1)
        if (!lines.includes(number)) note('lost', `line ${number} of ${kept}, in round ${round}`)
      const onDisk = readFileSync(join(workspace, file), 'utf8')
      if (!onDisk.startsWith('template: ') || !onDisk.endsWith('\n'))
        note('half', JSON.stringify(onDisk.slice(-80)))
      for (const path of made)
        if (!readFileSync(join(workspace, path), 'utf8').startsWith('template: ')) note('half', path)
      const strays = [...straysIn(workspace), ...straysIn(join(memory, 'documents'))]
      if (strays[0]) note('strays', strays[0])
      if (round < kills) {
        window.on('console', (message) => {
          const [, kind, what = ''] = /^(kept|made) (.+)$/.exec(message.text()) ?? []
          if (kind === 'kept') kept = Math.max(kept, Number(what))
          if (kind === 'made') made.push(what)
        })
        work(window, Math.max(0, ...lines))
        await rest(300 + random() * 2200)
        figures.kills += 1
      }
      await killed(app)
    }
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function start(
  executablePath: string,
  workspace: string,
  memory: string,
): Promise<ElectronApplication> {
  mkdirSync(memory, { recursive: true })
  const given = ['--no-sandbox', `--user-data-dir=${memory}`, `--workspace=${workspace}`, rootFolder]
  return _electron.launch({ executablePath, args: given })
}

function textOf(window: Page): Promise<string> {
  return window.evaluate(async (file) => {
    const opened = await self.briefwright.openDocument(file)
    if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics))
    return opened.value.text
  }, file)
}

/** Works until the window is killed; what it acknowledges it says on its console. */
function work(window: Page, from: number): void {
  const working = window.evaluate(
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
    [file, from] as const,
  )
  // It ends with its window.
  working.catch(() => undefined)
}

async function killed(app: ElectronApplication): Promise<void> {
  const process = app.process()
  const ended = new Promise((done) => process.once('exit', done))
  process.kill('SIGKILL')
  await ended
}
