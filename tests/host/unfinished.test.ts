import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sweepPassingFiles } from '../../host/files/passing-files.js'
import { finishUnfinished } from '../../host/files/unfinished.js'
import { builtScript } from './built-script.js'
import { freshFolder } from './fresh-folder.js'

const noteName = '.bw-unfinished.json'

/** A folder with two files that are there before, and every file in it after. */
function folderWithTwo(): string {
  const dir = join(freshFolder(), 'ours')
  mkdirSync(join(dir, 'templates'), { recursive: true })
  for (const number of [0, 1]) writeFileSync(join(dir, `templates/${number}`), `old ${number}`)
  return dir
}

function textsIn(dir: string): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name)
      return [path.slice(dir.length + 1), readFileSync(path, 'utf8')]
    }),
  )
}

/** The number of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid
}

const before = { 'templates/0': 'old 0', 'templates/1': 'old 1' }
const after = {
  ...Object.fromEntries([0, 1, 2, 3, 4].map((number) => [`templates/${number}`, `new ${number}`])),
  'replaced/now/templates/0': 'old 0',
  'replaced/now/templates/1': 'old 1',
}

describe('files that are written together by a process that is killed', () => {
  it('are all there or none, wherever it is killed, once the folder is opened again', async () => {
    const script = await builtScript(new URL('workers/dies-on-its-way.ts', import.meta.url))
    let halfDone = 0
    for (let call = 0; ; call += 1) {
      const dir = folderWithTwo()
      const ran = spawnSync(process.execPath, [script, dir, String(call)])
      const left = textsIn(dir)
      finishUnfinished(dir)
      sweepPassingFiles(dir, Date.now())
      const texts = textsIn(dir)
      if (ran.signal === null) {
        expect(ran.status).toBe(0)
        expect(left).toEqual(after)
        break
      }
      const isDone = texts['templates/0'] === 'new 0'
      const isHalf = left['templates/0'] === 'new 0' && left['templates/4'] !== 'new 4'
      if (isHalf) halfDone += 1
      expect(texts, `killed before call ${call}`).toEqual(isDone ? after : before)
      expect(call).toBeLessThan(100)
    }
    // Where nothing was noted, these stayed as they were.
    expect(halfDone).toBe(4)
  }, 300_000)

  it('leave alone what somebody has changed since', () => {
    const dir = folderWithTwo()
    const beside = '.bw-1-0123456789ab.tmp'
    mkdirSync(join(dir, 'replaced/now/templates'), { recursive: true })
    writeFileSync(join(dir, 'replaced/now/templates/0'), 'old 0')
    writeFileSync(join(dir, 'templates', beside), 'new 0')
    writeFileSync(join(dir, 'templates/0'), 'mine')
    const steps = [{ target: 'templates/0', beside, kept: 'replaced/now/templates/0' }]
    writeFileSync(join(dir, noteName), JSON.stringify({ process: deadProcess(), isReady: true, steps }))
    finishUnfinished(dir)
    expect(textsIn(dir)).toEqual({ ...before, 'templates/0': 'mine', 'replaced/now/templates/0': 'old 0' })
  })

  it('are left to a process that lives', () => {
    const dir = folderWithTwo()
    writeFileSync(join(dir, noteName), JSON.stringify({ process: process.pid, isReady: false, steps: [] }))
    finishUnfinished(dir)
    expect(existsSync(join(dir, noteName))).toBe(true)
  })

  it('lead nowhere outside the folder, whatever its note says and its links lead to', () => {
    const elsewhere = freshFolder()
    writeFileSync(join(elsewhere, 'thesis'), 'mine')
    writeFileSync(join(elsewhere, '.bw-1-0123456789ab.tmp'), 'theirs')
    const beside = '.bw-1-0123456789ab.tmp'
    for (const isReady of [true, false]) {
      for (const target of ['replaced/thesis', '../thesis', `${elsewhere}/thesis`]) {
        const dir = folderWithTwo()
        symlinkSync(elsewhere, join(dir, 'replaced'))
        const note = { process: deadProcess(), isReady, steps: [{ target, beside, kept: target }] }
        writeFileSync(join(dir, noteName), JSON.stringify(note))
        finishUnfinished(dir)
        expect(textsIn(elsewhere)).toEqual({ thesis: 'mine', [beside]: 'theirs' })
      }
    }
  })

  it('are not made up from a note that says something else', () => {
    for (const text of ['', 'null', '[]', '{"process":1}', '{"process":0,"isReady":true,"steps":[{}]}']) {
      const dir = folderWithTwo()
      writeFileSync(join(dir, noteName), text)
      finishUnfinished(dir)
      expect(textsIn(dir)).toMatchObject(before)
    }
  })
})
