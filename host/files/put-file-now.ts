import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { passingName } from './passing-files.js'

/**
 * Puts a small file of the program's own at `path`, whole or not at all, before it returns: for what is written while the
 * program ends. Its folder is there. Throws what the system says.
 */
export function putFileNow(path: string, content: string): void {
  const beside = join(dirname(path), passingName())
  try {
    const file = openSync(beside, 'wx')
    try {
      writeFileSync(file, content)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(beside, path)
  } finally {
    rmSync(beside, { force: true })
  }
}
