/**
 * Writes the files `0` to `4` together into the folder that it is given, the first two in place of others, and is killed
 * before the call of `fs` that it is told, counted among those that change a folder.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const [dir = '', last = ''] = process.argv.slice(2)
let left = Number(last)
for (const name of ['openSync', 'renameSync', 'rmSync'] as const) {
  const own = fs[name] as (...given: unknown[]) => unknown
  const counted = (...given: unknown[]) => {
    const isWrite = name !== 'openSync' || String(given[1]).startsWith('w')
    if (isWrite && left-- === 0) process.kill(process.pid, 'SIGKILL')
    return own(...given)
  }
  Object.assign(fs, { [name]: counted })
}
syncBuiltinESMExports()

const { writeTogether } = await import('../../../host/files/write-together.js')
const files = [0, 1, 2, 3, 4].map((number) => ({
  path: `templates/${number}`,
  bytes: Buffer.from(`new ${number}`),
  before: number < 2 ? Buffer.from(`old ${number}`) : undefined,
}))
const written = writeTogether(dir, files, 'replaced/now')
process.exitCode = written.ok ? 0 : 1
