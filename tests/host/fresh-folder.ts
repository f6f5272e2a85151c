import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of its own for the test that runs, removed after it. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
