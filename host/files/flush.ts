import { closeSync, fsync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { systemCodeOf } from './file-fault.js'

/** Waits without keeping the process from its work: a slow disk takes seconds. Takes a file that is open. */
export const flush = promisify(fsync)

/** Makes what a folder lists outlive a loss of power. Windows does so by itself and opens no folder. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const opened = openSync(folder, 'r')
  try {
    await flush(opened).catch(unlessUnknown)
  } finally {
    closeSync(opened)
  }
}

/** The same before it returns. */
export function flushFolderNow(folder: string): void {
  if (process.platform === 'win32') return
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } catch (error) {
    unlessUnknown(error)
  } finally {
    closeSync(opened)
  }
}

/** Some network drives cannot flush a folder; the files themselves are flushed. */
function unlessUnknown(error: unknown): void {
  if (systemCodeOf(error) !== 'EINVAL') throw error
}

/** The same for all files and folders in a folder that was just made; links are none of them. */
export function flushTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) flushTree(path)
    else if (entry.isFile()) flushFile(path)
  }
  flushFolderNow(folder)
}

function flushFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
