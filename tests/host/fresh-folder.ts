import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'

const made: string[] = []

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder of its own for the test that runs, removed after it. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-'))
  made.push(folder)
  return folder
}
