import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Outcome } from '../../engine/base/index.js'
import { readRegularFile } from '../../host/files/read-regular-file.js'
import { freshFolder } from './fresh-folder.js'

const largest = 1000

function read(path: string) {
  return readRegularFile(path, 'shown', { largest })
}

function codesOf(outcome: Outcome<unknown>) {
  return outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code)
}

describe('reading a regular file', () => {
  it('gives its bytes, by way of a link too, up to the most that is read', () => {
    const folder = freshFolder()
    for (const size of [0, 1, largest]) {
      const bytes = new Uint8Array(size).fill(7)
      writeFileSync(join(folder, `of-${size}`), bytes)
      symlinkSync(join(folder, `of-${size}`), join(folder, `to-${size}`))
      expect(read(join(folder, `of-${size}`))).toEqual({ ok: true, value: bytes, warnings: [] })
      expect(read(join(folder, `to-${size}`))).toEqual({ ok: true, value: bytes, warnings: [] })
    }
    writeFileSync(join(folder, 'more'), new Uint8Array(largest + 1))
    expect(codesOf(read(join(folder, 'more')))).toEqual(['workspace/too-big'])
  })

  it('says what else there is', () => {
    const folder = freshFolder()
    mkdirSync(join(folder, 'sub'))
    expect(codesOf(read(join(folder, 'sub')))).toEqual(['workspace/not-a-file'])
    expect(codesOf(read(join(folder, 'none')))).toEqual(['workspace/missing'])
  })

  it.skipIf(process.platform === 'win32')(
    'waits for no pipe, socket or device, nor for links to them',
    async () => {
      const folder = freshFolder()
      execFileSync('mkfifo', [join(folder, 'pipe')])
      symlinkSync(join(folder, 'pipe'), join(folder, 'to-pipe'))
      symlinkSync('/dev/zero', join(folder, 'to-device'))
      const server = createServer()
      onTestFinished(() => void server.close())
      await new Promise<void>((listening) => server.listen(join(folder, 'socket'), listening))
      for (const name of ['pipe', 'to-pipe', 'to-device', 'socket'])
        expect(codesOf(read(join(folder, name))), name).toEqual(['workspace/not-a-file'])
    },
  )

  // Such a file says that it is empty and is not.
  it.skipIf(process.platform !== 'linux')('bounds what says of itself that it is empty', () => {
    const outcome = readRegularFile('/proc/self/status', 'shown', { largest: 100_000 })
    expect(outcome).toMatchObject({ ok: true })
    if (outcome.ok) expect(new TextDecoder().decode(outcome.value)).toContain('VmPeak')
    expect(codesOf(readRegularFile('/proc/self/status', 'shown', { largest: 100 }))).toEqual([
      'workspace/too-big',
    ])
  })
})
