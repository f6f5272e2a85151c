import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**'],
    // Two cores are shared with whatever else the machine does; more workers only queue for them.
    pool: 'threads',
    maxWorkers: 2,
    // Guards against a hang, not against a busy machine.
    testTimeout: 60_000,
  },
})
