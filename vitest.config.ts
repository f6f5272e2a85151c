import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Two cores are shared with whatever else the machine does; more workers only queue for them.
    pool: 'threads',
    maxWorkers: 2,
    // Guard against a hang, not against a busy machine.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    projects: [
      {
        extends: true,
        // The window's modules take their bridge from the window that they are loaded in: each file has its own.
        test: { name: 'window', include: ['tests/renderer/**/*.test.{ts,tsx}'], isolate: true },
      },
      {
        extends: true,
        test: {
          name: 'documents',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/renderer/**'],
          globalSetup: 'tests/cli/bundle-command-line.ts',
          // Each file would otherwise pay anew for a cold engine: what a file changes of the world it puts back.
          isolate: false,
        },
      },
    ],
  },
})
