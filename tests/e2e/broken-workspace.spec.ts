import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, exportPdf, makeWorkspace, newBrief, pages, test, write } from './briefwright.js'

const deals = (workspace: string) => join(workspace, 'casebook', 'deals.yaml')

test.describe('a casebook with a broken line', () => {
  test.use({
    prepared: {
      fill(workspace: string) {
        makeWorkspace(workspace)
        const lines = readFileSync(deals(workspace), 'utf8').split('\n')
        const broken = lines.findIndex((line) => line.includes('status: '))
        lines[broken] = lines[broken]?.replace(/status: [a-z-]+/, 'status: confrimed') ?? ''
        writeFileSync(deals(workspace), lines.join('\n'))
      },
    },
  })

  test('is shown with file and line, and the rest works', async ({ briefwright }) => {
    const { window, workspace } = briefwright
    await window.getByRole('button', { name: /^Problems/ }).click()
    const problem = window.getByRole('list', { name: 'Problems' }).getByRole('button').first()
    await expect(problem).toContainText('confrimed')
    await expect(problem).toContainText(/casebook\/deals\.yaml, line \d+/)
    await problem.click()
    const source = window.getByRole('dialog', { name: 'casebook/deals.yaml' })
    await expect(source.locator('[aria-current]')).toContainText('confrimed')
    await source.getByRole('button', { name: 'Close' }).click()

    await window.getByRole('button', { name: 'Briefs', exact: true }).click()
    await newBrief(window, 'Fact sheet', 'All the same')
    await write(window, 'In short', 'Still here.')
    const file = join(workspace, 'briefs', 'all-the-same.brief.yaml')
    await expect.poll(() => readFileSync(file, 'utf8')).toContain('Still here.')
    await expect(window.getByText('Saved', { exact: true })).toBeVisible()

    const mended = readFileSync(deals(workspace), 'utf8').replace('confrimed', 'confirmed')
    writeFileSync(deals(workspace), mended)
    await expect(pages(window).first()).toContainText('Still here.')
  })
})

test.describe('a casebook of hundreds of mistakes', () => {
  test.use({
    prepared: {
      fill(workspace: string) {
        makeWorkspace(workspace)
        const wrong = Array.from({ length: 450 }, (_, at) => `- id: wrong-${at}\n  nmae: No name\n`)
        appendFileSync(join(workspace, 'casebook', 'actors.yaml'), wrong.join(''))
      },
    },
  })

  test('shows the first of them, and the others when they are asked for', async ({ briefwright }) => {
    const { window } = briefwright
    await window.getByRole('button', { name: /^Problems/ }).click()
    const problems = window.getByRole('list', { name: 'Problems' }).getByRole('listitem')
    const left = window.getByText(/^\d+ problems are not shown$/)
    await expect(problems).toHaveCount(200)
    await expect(left).toBeVisible()
    while (await left.isVisible()) await window.getByRole('button', { name: /^Show \d+ more$/ }).click()
    expect(await problems.filter({ hasText: 'nmae' }).count()).toBeGreaterThanOrEqual(450)
  })
})

test.describe('mistakes in templates that no brief uses', () => {
  test.use({
    prepared: {
      fill(workspace: string) {
        makeWorkspace(workspace)
        const template = join(workspace, 'templates', 'fact-sheet.hbs')
        writeFileSync(template, `${readFileSync(template, 'utf8')}\n{{deal.stkae}}\n`)
        const partial = '{{#with (record "deals" "spa") as |spa|}}{{spa.nmae}}{{/with}}\n'
        writeFileSync(join(workspace, 'templates', 'partials', 'unused.hbs'), partial)
      },
    },
  })

  test('are among the problems, with what to try', async ({ briefwright }) => {
    const { window } = briefwright
    await window.getByRole('button', { name: /^Problems/ }).click()
    const problems = window.getByRole('list', { name: 'Problems' })
    const inTemplate = problems.getByRole('button').filter({ hasText: 'stkae' })
    await expect(inTemplate).toContainText(/templates\/fact-sheet\.hbs, line \d+/)
    await expect(problems).toContainText('did you mean stake?')
    await expect(problems.getByRole('button').filter({ hasText: 'nmae' })).toContainText(
      'templates/partials/unused.hbs, line 1',
    )
  })
})

test.describe('a brief that cannot be read', () => {
  const text = 'template: fact-sheet\nlanguage: en\nparameters: [\n'
  test.use({
    prepared: {
      fill(workspace: string) {
        makeWorkspace(workspace)
        writeFileSync(join(workspace, 'briefs', 'torn.brief.yaml'), text)
      },
    },
  })

  test('is listed as such, shows its text and why, and stays as it is while others open', async ({
    briefwright,
  }) => {
    const { window, workspace } = briefwright
    const row = window.getByRole('row', { name: /torn/ })
    await expect(row).toContainText('Cannot be read')
    await row.getByRole('button').click()
    await expect(window.getByText('This file cannot be read as a brief')).toBeVisible()
    await expect(window.getByRole('list', { name: 'Problems in this brief' })).toContainText(
      'briefs/torn.brief.yaml, line',
    )
    await expect(window.getByRole('region', { name: 'Text of briefs/torn.brief.yaml' })).toHaveText(text)
    expect(readFileSync(join(workspace, 'briefs', 'torn.brief.yaml'), 'utf8')).toBe(text)

    await window.getByRole('button', { name: 'Briefs', exact: true }).click()
    await window.getByRole('button', { name: 'issue-brief' }).first().click()
    await expect(pages(window).first()).toBeVisible()
    await window.getByRole('button', { name: 'Briefs', exact: true }).click()
    await row.getByRole('button').click()
    // Mended elsewhere, it is a brief at once.
    writeFileSync(join(workspace, 'briefs', 'torn.brief.yaml'), text.replace('[', '{}'))
    await expect(window.getByRole('tab', { name: 'Text' })).toBeVisible()
  })
})

test('an export that cannot be written says why, and the brief stays open', async ({ briefwright }) => {
  const { window, workspace } = briefwright
  await newBrief(window, 'Fact sheet', 'Nowhere')
  await expect(pages(window).first()).toContainText('Kipushi')
  await briefwright.answerSaveDialog(join(workspace, 'casebook', 'casebook.yaml', 'nowhere.pdf'))
  await exportPdf(window)
  const alert = window.getByRole('alert', { name: 'The brief was not exported' })
  await expect(alert).toContainText('cannot write')
  await alert.getByRole('button', { name: 'Dismiss' }).click()
  await expect(alert).toBeHidden()
  await expect(pages(window).first()).toContainText('Kipushi')
})
