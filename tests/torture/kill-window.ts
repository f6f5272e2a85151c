import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { _electron, type ElectronApplication } from '@playwright/test'
import { rootFolder } from '../../scripts/root-folder.mjs'
import type { Random } from '../small/random.js'
import { digestsIn, sameFiles, straysIn } from './folder-facts.js'
import { makeMaterial } from './material.js'
import type { Material } from './operations.js'
import type { Figures } from './torture.js'
import { brief, exportsOf, workInWindow } from './work-in-window.js'

/** Where the app works, and what it remembers. */
interface Place {
  executablePath: string
  workspace: string
  memory: string
}

type Note = (kind: 'lost' | 'half' | 'strays', what: string) => void

/**
 * Kills the real app `kills` times: while it types, saves, makes briefs, exports and imports; while it makes a workspace of a
 * PDF; and at its first start, which makes one too. Looks at each next start whether everything is there that it had
 * acknowledged.
 */
export async function killWindowOften(
  kills: number,
  executablePath: string,
  random: Random,
  onFigures: (figures: Figures) => void,
): Promise<Figures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-torture-window-'))
  const materialFolder = join(folder, 'material')
  mkdirSync(materialFolder)
  try {
    const material = await makeMaterial(materialFolder)
    const of = (share: number) => Math.max(1, Math.round(kills * share))
    const all: Figures[] = []
    const suffer = async (
      name: string,
      torment: (place: Place, figures: Figures, note: Note) => Promise<void>,
    ) => {
      const figures: Figures = {
        name: `the window: ${name}`,
        kills: 0,
        lost: 0,
        half: 0,
        strays: 0,
        examples: [],
      }
      const within = mkdtempSync(join(folder, 'window-'))
      await torment(placeIn(within, executablePath), figures, (kind, what) => {
        figures[kind] += 1
        if (figures.examples.length < 5) figures.examples.push(`${kind}: ${what}`)
      })
      onFigures(figures)
      all.push(figures)
    }
    await suffer('typing, saves, new briefs, exports, copies, import of a pack', (place, figures, note) =>
      killAtWork(place, of(0.6), material, random, figures, note),
    )
    await suffer('open of a PDF', (place, figures, note) =>
      killWhileOpening(place, of(0.2), material, random, figures, note),
    )
    await suffer('its first start', (place, figures, note) =>
      killAtFirstStart(place, of(0.2), random, figures, note),
    )
    return all
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function placeIn(folder: string, executablePath: string): Place {
  return { executablePath, workspace: join(folder, 'workspace'), memory: join(folder, 'memory') }
}

async function killAtWork(
  place: Place,
  kills: number,
  material: Material,
  random: Random,
  figures: Figures,
  note: Note,
): Promise<void> {
  const { workspace, memory } = place
  const written = { kept: 0, made: [] as string[] }
  for (let round = 0; round <= kills; round += 1) {
    const app = await start(place)
    const window = await app.firstWindow()
    const text = await window.evaluate(async (file) => {
      const opened = await self.briefwright.openDocument(file)
      if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics))
      return opened.value.text
    }, brief)
    const lines = [...text.matchAll(/^# line (\d+)$/gm)].map(([, number]) => Number(number))
    for (let number = 1; number <= written.kept; number += 1)
      if (!lines.includes(number)) note('lost', `line ${number} of ${written.kept}, in round ${round}`)
    const onDisk = readFileSync(join(workspace, brief), 'utf8')
    if (!onDisk.startsWith('template: ') || !onDisk.endsWith('\n'))
      note('half', JSON.stringify(onDisk.slice(-80)))
    for (const path of written.made)
      if (!readFileSync(join(workspace, path), 'utf8').startsWith('template: ')) note('half', path)
    for (const path of brokenExports(exportsOf(workspace))) note('half', path)
    const imported = ['issue-brief', 'fact-sheet'].filter((id) =>
      readFileSync(join(workspace, 'templates', `${id}.hbs`), 'utf8').includes('Of the house.'),
    )
    if (imported.length === 1) note('half', `of the pack only ${imported[0]}`)
    const strays = [...straysIn(workspace), ...straysIn(memory)]
    if (strays[0]) note('strays', strays[0])
    if (round < kills) {
      await workInWindow(app, { workspace, pack: material.pack, from: Math.max(0, ...lines), round }, written)
      await rest(300 + random() * 3500)
      figures.kills += 1
    }
    await killed(app)
  }
}

function brokenExports(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => name.endsWith('.pdf'))
    .filter((name) => !readFileSync(join(folder, name)).subarray(-64).includes('%%EOF'))
}

async function killWhileOpening(
  place: Place,
  kills: number,
  { pdf }: Material,
  random: Random,
  figures: Figures,
  note: Note,
): Promise<void> {
  const { workspace } = place
  const above = join(workspace, '..')
  let whole: Map<string, string> | undefined
  let previous: string | undefined
  for (let round = 0; round <= kills; round += 1) {
    const app = await start(place)
    const window = await app.firstWindow()
    await window.evaluate(() => self.briefwright.readWorkspace())
    const left = previous ? digestsIn(previous) : new Map()
    if (whole && left.size > 0 && !sameFiles(left, whole)) note('half', `${left.size} of ${whole.size} files`)
    const strays = straysIn(above)
    if (strays[0]) note('strays', strays[0])
    const made = join(above, `made-${round}`)
    const opening = openPdf(app, pdf, made)
    if (round === 0) {
      // What it makes when nothing disturbs it.
      await opening
      whole = digestsIn(made)
    } else {
      opening.catch(() => undefined)
      await rest(random() * 1500)
      figures.kills += 1
    }
    previous = made
    await killed(app)
  }
}

/** As the menu does, up to the folder that it makes. */
async function openPdf(app: ElectronApplication, pdf: string, made: string): Promise<void> {
  await app.evaluate(
    ({ dialog }, [pdf, made]) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [pdf] })
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: made })
    },
    [pdf, made] as const,
  )
  const window = await app.firstWindow()
  await window.evaluate(async () => {
    const chosen = await self.briefwright.choosePdf()
    if (chosen) await self.briefwright.restorePdf(chosen.number)
  })
}

async function killAtFirstStart(
  { executablePath }: Place,
  kills: number,
  random: Random,
  figures: Figures,
  note: Note,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-torture-start-'))
  let whole: Map<string, string> | undefined
  try {
    for (let round = 0; round <= kills; round += 1) {
      const within = mkdtempSync(join(folder, 'start-'))
      const place = placeIn(within, executablePath)
      if (round > 0) {
        const app = await start(place)
        await rest(random() * 1000)
        figures.kills += 1
        await killed(app)
      }
      const app = await start(place)
      const window = await app.firstWindow()
      const { isGone } = await window.evaluate(() => self.briefwright.readWorkspace())
      const made = digestsIn(place.workspace)
      whole ??= made
      if (isGone) note('lost', 'the workspace is said to be gone')
      if (!sameFiles(made, whole)) note('half', `${made.size} of ${whole.size} files`)
      const strays = straysIn(within)
      if (strays[0]) note('strays', strays[0])
      await killed(app)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function start({ executablePath, workspace, memory }: Place): Promise<ElectronApplication> {
  mkdirSync(memory, { recursive: true })
  const given = ['--no-sandbox', `--user-data-dir=${memory}`, `--workspace=${workspace}`, rootFolder]
  return _electron.launch({ executablePath, args: given })
}

async function killed(app: ElectronApplication): Promise<void> {
  const process = app.process()
  const ended = new Promise((done) => process.once('exit', done))
  process.kill('SIGKILL')
  await ended
}
