import { defineConfig } from '@playwright/test'

/** Tests of the real app. `npm test` names the Electron to use in `BRIEFWRIGHT_ELECTRON`. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // One app at a time: each brings its own main process, renderer and worker, and two cores carry one.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
})
