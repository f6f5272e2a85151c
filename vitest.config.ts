import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**'],
    globalSetup: 'tests/cli/bundle-command-line.ts',
    // Two cores are shared with whatever else the machine does; more workers only queue for them.
    pool: 'threads',
    maxWorkers: 2,
    // Each file would otherwise pay anew for a cold engine: what a file changes of the world it puts back.
    isolate: false,
    // Guard against a hang, not against a busy machine.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
