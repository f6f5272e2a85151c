import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '../../engine/locale/index.js'
import { findAppRoot } from '../../host/files/app-root.js'

/** Somewhere that a document is made: whatever of it shows in the bytes is a leak. */
interface Somewhere {
  cwd: string
  workspace: string
  environment: { TZ: string; LANG: string; LC_ALL: string; DAYS_LATER: string }
}

const command = join(findAppRoot(), 'dist/cli/briefwright.js')
const anotherDay = fileURLToPath(new URL('./another-day.mjs', import.meta.url))

/** Kept from one test to the next. */
const root = mkdtempSync(join(tmpdir(), 'briefwright-'))
let here: Somewhere
let there: Somewhere

beforeAll(async () => {
  here = {
    cwd: join(root, 'here'),
    workspace: 'ours',
    environment: { TZ: 'Pacific/Kiritimati', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8', DAYS_LATER: '0' },
  }
  there = {
    cwd: join(root, 'un dossier', 'été'),
    workspace: join('..', 'Ünsere Akten & co'),
    // The furthest day from the other, and a language that has another small letter for I.
    environment: { TZ: 'Pacific/Niue', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', DAYS_LATER: '400' },
  }
  for (const { cwd } of [here, there]) mkdirSync(cwd, { recursive: true })
  await run(here, 'new', 'workspace', 'ours')
  writeFileSync(
    join(here.cwd, 'ours/briefs/mine.brief.yaml'),
    'template: fact-sheet\ntitle: Inventaire İI\nnarrative:\n  context: |\n    Twelve **words**, and a value: {{deal.name}}.\n',
  )
  copyBackwards(join(here.cwd, here.workspace), join(there.cwd, there.workspace))
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Runs the built command line as a process of its own. Gives what it printed. */
async function run({ cwd, environment }: Somewhere, ...args: string[]): Promise<string> {
  const { PATH = '' } = process.env
  const env = { PATH, ...environment }
  const ran = await promisify(execFile)(process.execPath, ['--import', anotherDay, command, ...args], {
    cwd,
    env,
  })
  return ran.stdout
}

async function render(place: Somewhere, target: string, ...options: string[]): Promise<Buffer> {
  await run(place, 'render', target, '--workspace', place.workspace, '--out', 'made.pdf', ...options)
  return readFileSync(join(place.cwd, 'made.pdf'))
}

/** Files made in another order, at another time: some disks list them so. */
function copyBackwards(from: string, to: string): void {
  mkdirSync(to)
  for (const entry of readdirSync(from, { withFileTypes: true }).reverse()) {
    const [source, copy] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) copyBackwards(source, copy)
    else cpSync(source, copy)
  }
}

it('the two places are as far apart as they say', async () => {
  const { cwd, environment } = there
  const asked = [
    '--import',
    anotherDay,
    '-p',
    '[Intl.NumberFormat().resolvedOptions().locale, Date.now()].join()',
  ]
  const ran = await promisify(execFile)(process.execPath, asked, { cwd, env: environment })
  const [locale, moment] = ran.stdout.split(',')
  expect(locale).toBe('tr-TR')
  expect(Number(moment) - Date.now()).toBeGreaterThan(399 * 86_400_000)
})

describe('the same input', () => {
  it.each(languages.flatMap((lang) => ['issue-brief', 'risk-register'].map((id) => [id, lang])))(
    'gives the same bytes on another day, in another folder, time zone and locale: %s in %s',
    async (template, lang) => {
      const options = ['--lang', lang, '--issued', '2026-03-01']
      const one = await render(here, template, ...options)
      const other = await render(there, template, ...options)
      expect(one.length).toBeGreaterThan(10_000)
      expect(other.equals(one)).toBe(true)
    },
  )

  it('gives the same bytes from a brief with text of its own', async () => {
    const brief = (place: Somewhere) => join(place.workspace, 'briefs/mine.brief.yaml')
    const one = await render(here, brief(here), '--issued', '2026-03-01')
    const other = await render(there, brief(there), '--issued', '2026-03-01')
    expect(other.equals(one)).toBe(true)
  })
})

describe('a brief without a day of issue', () => {
  it('is issued on the day that it is made, and the PDF holds that day for ever', async () => {
    const brief = (place: Somewhere) => join(place.workspace, 'briefs/mine.brief.yaml')
    const today = await render(here, brief(here))
    const later = await render(there, brief(there))
    expect(later.equals(today)).toBe(false)
    writeFileSync(join(there.cwd, 'from-here.pdf'), today)
    expect(await run(there, 'verify', 'from-here.pdf')).toContain('identical to what its dossier makes')
    await run(there, 'open', 'from-here.pdf', '--workspace', 'restored')
    const [restored] = readdirSync(join(there.cwd, 'restored/briefs'))
    const again = await render({ ...there, workspace: 'restored' }, join('restored/briefs', restored ?? ''))
    expect(again.equals(today)).toBe(true)
  })
})
