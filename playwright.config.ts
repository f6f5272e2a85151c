import { defineConfig } from '@playwright/test'

/** Tests of the real app. `npm test` names the Electron to use in `BRIEFWRIGHT_ELECTRON`. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // An app waits much of its time, for a rest in typing or a page: two side by side keep two cores busy.
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
})
