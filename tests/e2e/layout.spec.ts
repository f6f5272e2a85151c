import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type {} from '../../renderer/base/bridge.js'
import { type Briefwright, expect, exportPdf, newBrief, pages, test, write } from './briefwright.js'
import { faultsOfLayout } from './faults-of-layout.js'

const sizes = [
  { width: 960, height: 600, zoom: 1 },
  { width: 960, height: 600, zoom: 2 },
  { width: 1280, height: 800, zoom: 1 },
  { width: 1920, height: 1080, zoom: 1 },
]

/** Names of the window's language, by what they are in English. */
const french: Record<string, string> = {
  Briefs: 'Notes',
  Templates: 'Modèles',
  Casebook: 'Dossier',
  Problems: 'Problèmes',
  Exports: 'Exports',
  'New brief': 'Nouvelle note',
  'Export PDF': 'Exporter en PDF',
  Settings: 'Réglages',
}

/** Where to put pictures of every state, for whoever wants to look at them. */
const shots = process.env['BRIEFWRIGHT_SHOTS']

for (const language of ['en', 'fr'] as const) {
  test(`everything can be read and reached in windows of all sizes, in ${language}`, async ({
    briefwright,
  }) => {
    test.setTimeout(600_000)
    const { app, window, workspace } = briefwright
    await newBrief(window, 'Fact sheet', 'Measured in the window')
    await write(window, 'In short', 'A wrong {{deal.stakke}}.')
    await expect(window.getByRole('region', { name: 'Problems in this brief' })).toBeVisible()
    await window.getByRole('textbox', { name: 'In short' }).fill('All is well.')
    await expect(pages(window).first()).toContainText('All is well.')
    await briefwright.answerSaveDialog(join(workspace, 'exports', 'measured.pdf'))
    await exportPdf(window)
    await expect(window.getByRole('status', { name: 'Exported' })).toBeVisible()
    await window.evaluate((language) => self.briefwright.changeSettings({ language }), language)
    const say = (name: string) => (language === 'fr' ? (french[name] ?? name) : name)
    await expect(window.getByRole('button', { name: say('Templates') })).toBeVisible()

    for (const size of sizes) {
      await resize(app, size)
      await expect.poll(() => window.evaluate(() => innerWidth)).toBe(size.width / size.zoom)
      for (const [name, state] of Object.entries(states)) {
        const at = `${name} at ${size.width} × ${size.height}, ${size.zoom * 100} %`
        await state.show(briefwright, say)
        if (shots)
          await takePictures(briefwright, join(shots, `${name}-${size.width}-${size.zoom}-${language}`))
        expect.soft(await faultsOfLayout(window), at).toEqual([])
        if (size.width === 1920 && state.isWide)
          expect.soft(await shareOfWidth(window), at).toBeGreaterThan(0.75)
        await state.leave?.(window)
      }
    }
  })
}

interface State {
  show(briefwright: Briefwright, say: (name: string) => string): Promise<unknown>
  leave?(window: Page): Promise<unknown>
  /** It has enough to fill a large window. */
  isWide?: boolean
}

/** In a list of several choices, Escape gives up the choices first. */
async function putAway(window: Page): Promise<void> {
  await expect(async () => {
    await window.keyboard.press('Escape')
    await expect(window.locator('[role=dialog], [role=menu]')).toHaveCount(0, { timeout: 500 })
  }).toPass()
}

function view(name: string, more?: (window: Page) => Promise<unknown>): State {
  return {
    isWide: !['Problems', 'Exports'].includes(name),
    async show({ window }, say) {
      await window
        .getByRole('navigation')
        .getByRole('button', { name: new RegExp(`^${say(name)}`) })
        .click()
      await more?.(window)
    },
  }
}

function tab(number: number): State {
  return {
    isWide: true,
    async show({ window }) {
      await window
        .getByRole('navigation')
        .getByRole('button', { name: /^Measured/ })
        .click()
      await window.getByRole('main').getByRole('tab').nth(number).click()
    },
  }
}

const states: Record<string, State> = {
  briefs: view('Briefs'),
  templates: view('Templates'),
  casebook: view('Casebook', (window) => window.getByRole('option').first().click()),
  problems: view('Problems'),
  exports: view('Exports'),
  settings: tab(0),
  text: tab(1),
  menu: {
    show: ({ window }, say) =>
      window
        .getByRole('navigation')
        .getByRole('button', { name: say('Settings') })
        .click(),
    leave: putAway,
  },
  export: {
    async show({ window }, say) {
      await window.getByRole('button', { name: say('Export PDF') }).click()
      for (const fold of await window.getByRole('dialog').locator('.fold-button').all()) await fold.click()
    },
    leave: putAway,
  },
  history: {
    show: ({ window }) => window.locator('.work-head .icon-button').first().click(),
    leave: putAway,
  },
  'new brief': {
    async show(briefwright, say) {
      await view('Briefs').show(briefwright, say)
      await briefwright.window
        .getByRole('button', { name: say('New brief') })
        .first()
        .click()
    },
    leave: putAway,
  },
  source: {
    async show(briefwright, say) {
      await view('Templates').show(briefwright, say)
      await briefwright.window.locator('.template-row .button').first().click()
    },
    leave: putAway,
  },
  pack: {
    async show(briefwright, say) {
      await view('Templates').show(briefwright, say)
      await briefwright.window.locator('.template-row .button').nth(1).click()
    },
    leave: putAway,
  },
  pdf: {
    async show(briefwright, say) {
      await view('Exports').show(briefwright, say)
      await briefwright.window.locator('.row-actions .button').last().click()
      await expect(briefwright.window.locator('.pdf-facts')).toBeVisible()
    },
    leave: putAway,
  },
}

async function resize(app: ElectronApplication, size: (typeof sizes)[number]): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height, zoom }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setContentSize(width, height)
    window?.webContents.setZoomFactor(zoom)
  }, size)
}

/** How far the content of the view in front goes to the right, of the room that it has. */
function shareOfWidth(window: Page): Promise<number> {
  return window.evaluate(() => {
    const main = [...document.querySelectorAll('main')].find((one) => one.checkVisibility())
    if (!main) return 0
    const room = main.getBoundingClientRect()
    const content = [...main.querySelectorAll('.view-body *, .page-pane')].filter((one) =>
      one.checkVisibility(),
    )
    const right = Math.max(...content.map((one) => one.getBoundingClientRect().right))
    return (right - room.left) / room.width
  })
}

/** In both themes, as the window is on the screen: a driver's own pictures know no zoom. */
async function takePictures({ app, window }: Briefwright, path: string): Promise<void> {
  mkdirSync(join(path, '..'), { recursive: true })
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme })
    const picture = await app.evaluate(async ({ BrowserWindow }) => {
      const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
      return image?.toPNG().toString('base64') ?? ''
    })
    writeFileSync(`${path}-${colorScheme}.png`, Buffer.from(picture, 'base64'))
  }
  await window.emulateMedia({ colorScheme: null })
}
