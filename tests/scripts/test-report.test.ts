import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addTotals, readPlaywrightTotals, readVitestTotals } from '../../scripts/test-report.mjs'
import { freshFolder } from '../host/fresh-folder.js'

async function report(content: unknown): Promise<string> {
  const file = join(freshFolder(), 'report.json')
  await writeFile(file, JSON.stringify(content))
  return file
}

it('counts a test file that could not be loaded as a failure', async () => {
  const file = await report({
    numPassedTests: 7,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 0,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
    ],
  })
  expect(readVitestTotals(file)).toEqual({ passed: 7, failed: 2, skipped: 2 })
})

it('counts a run that left no report as a failure', () => {
  expect(readVitestTotals('/nowhere/report.json').failed).toBe(1)
  expect(readPlaywrightTotals('/nowhere/report.json').failed).toBe(1)
})

it('adds up both kinds of test', async () => {
  const file = await report({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 }, errors: [] })
  expect(addTotals([readPlaywrightTotals(file), { passed: 10, failed: 0, skipped: 1 }])).toEqual({
    passed: 13,
    failed: 2,
    skipped: 1,
  })
})
