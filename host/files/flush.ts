import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { systemCodeOf } from './file-fault.js'

/** Makes what a folder lists outlive a loss of power. Windows does so by itself and opens no folder. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } catch (error) {
    // Some network drives cannot; the files themselves are flushed.
    if (systemCodeOf(error) !== 'EINVAL') throw error
  } finally {
    closeSync(opened)
  }
}

/** The same for all files and folders in a folder that was just made; links are none of them. */
export function flushTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) flushTree(path)
    else if (entry.isFile()) flushFile(path)
  }
  flushFolder(folder)
}

function flushFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
