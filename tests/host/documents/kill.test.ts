import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, watch } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { builtScript } from '../built-script.js'
import { file, newWorkspace, openRoom, shown } from './open-room.js'

const content = 'start\nend of one\nbetween\nbetween too\nend of other\n'
const editsAndSaves = new URL('./processes/edits-and-saves.ts', import.meta.url)
const typesOnAndSaves = new URL('./processes/types-on-and-saves.ts', import.meta.url)
const savesAtOnce = new URL('./processes/saves-at-once.ts', import.meta.url)

describe('a process that edits and saves', () => {
  it('and is killed at any moment loses nothing that was kept, and leaves nothing half-written', async () => {
    const script = await builtScript(editsAndSaves)
    for (let round = 0; round < 30; round += 1) {
      const { workspace, dataFolder, path } = newWorkspace(content)
      const { child, said } = run(script, workspace, dataFolder, 'one', 1000)
      await said((text) => text.includes('kept'))
      await rest((round * 37) % 120)
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      const kept = Math.max(...[...said.text().matchAll(/kept (\d+)\n/g)].map(([, number]) => Number(number)))
      const onDisk = readFileSync(path, 'utf8')
      expect(onDisk.endsWith('end of other\n')).toBe(true)
      const { documents, warnings } = await openRoom({ workspace, dataFolder, isAutosaving: false })
      expect(warnings).toEqual([])
      const opened = await documents.open(file)
      expect(opened.ok).toBe(true)
      const { text, conflict, gone, fault } = shown(documents)
      expect({ conflict, gone, fault }).toEqual({})
      const lines = text.split('\n').filter((line) => /^one \d/.test(line))
      expect(lines.length).toBeGreaterThanOrEqual(kept)
      expect(lines).toEqual(lines.map((_, index) => `one ${index + 1}`))
      expect(readdirSync(join(workspace, 'briefs'))).toEqual(['a.brief.yaml'])
      await documents.end()
    }
  })
})

describe('a process that is killed right after a save', () => {
  it('leaves its author nothing to choose, for both sides are its own', async () => {
    const script = await builtScript(typesOnAndSaves)
    for (let round = 0; round < 8; round += 1) {
      const { workspace, dataFolder } = newWorkspace(content)
      const { child, said } = run(script, workspace, dataFolder, 'one', 0)
      await said((text) => text.includes('ready'))
      const ended = once(child, 'exit')
      let saves = 0
      const watcher = watch(join(workspace, 'briefs'), (_kind, name) => {
        if (name === 'a.brief.yaml' && ++saves > round % 3) child.kill('SIGKILL')
      })
      await ended
      watcher.close()
      const { documents } = await openRoom({ workspace, dataFolder, isAutosaving: false })
      await documents.open(file)
      const { conflict, gone, fault } = shown(documents)
      expect({ round, conflict, gone, fault }).toEqual({ round })
      await documents.end()
    }
  })
})

describe('two rooms on one folder', () => {
  it('that edit and save at once lose none of the lines of both', async () => {
    const { folder, workspace, path } = newWorkspace(content)
    const write = async (name: string) => {
      const dataFolder = join(folder, name)
      const { documents } = await openRoom({ workspace, dataFolder, isAutosaving: false })
      await documents.open(file)
      for (let number = 1; number <= 40; number += 1) {
        const { text, version } = shown(documents)
        const own = text.replace(`end of ${name}\n`, `${name} ${number}\nend of ${name}\n`)
        documents.change(file, { text: own, kind: 'narrative', version })
        expect(await documents.save(file)).toMatchObject({ ok: true })
      }
    }
    await Promise.all([write('one'), write('other')])
    const lines = readFileSync(path, 'utf8').split('\n')
    for (const name of ['one', 'other']) {
      const own = lines.filter((line) => new RegExp(`^${name} \\d`).test(line))
      expect(own).toEqual(Array.from({ length: 40 }, (_, index) => `${name} ${index + 1}`))
    }
  })
})

describe('two processes on one file', () => {
  it('that save as fast as they can, at the same time, lose none of the lines of both', async () => {
    const { folder, workspace, path } = newWorkspace(content)
    const script = await builtScript(savesAtOnce)
    const many = 200
    const writers = ['one', 'other'].map((name) => run(script, workspace, join(folder, name), name, many))
    for (const { said } of writers) await said((text) => text.includes('ready'))
    for (const { child } of writers) child.stdin?.write('begin\n')
    for (const { said } of writers) await said((text) => text.includes('done'))
    const lines = readFileSync(path, 'utf8').split('\n')
    for (const name of ['one', 'other']) {
      const own = lines.filter((line) => new RegExp(`^${name} \\d`).test(line))
      expect(own).toEqual(Array.from({ length: many }, (_, index) => `${name} ${index + 1}`))
    }
    expect(readdirSync(join(workspace, 'briefs'))).toEqual(['a.brief.yaml'])
  })
})

function run(script: string, workspace: string, dataFolder: string, name: string, lines: number) {
  const child: ChildProcess = spawn(process.execPath, [
    script,
    workspace,
    dataFolder,
    file,
    name,
    String(lines),
  ])
  const ended = new AbortController()
  child.once('exit', () => ended.abort())
  let text = ''
  let faults = ''
  child.stdout?.on('data', (data) => {
    text += data
  })
  child.stderr?.on('data', (data) => {
    faults += data
  })
  /** Waits until what it said is enough. */
  const said = async (isEnough: (text: string) => boolean) => {
    while (!isEnough(text)) {
      if (child.exitCode !== null) throw new Error(`it ended: ${faults}`)
      await once(child.stdout as NodeJS.ReadableStream, 'data', { signal: ended.signal })
    }
  }
  return { child, said: Object.assign(said, { text: () => text }) }
}
