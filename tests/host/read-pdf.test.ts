import { execFileSync } from 'node:child_process'
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { findAppRoot } from '../../host/app-root.js'
import { createPdfReader, type PdfReader } from '../../host/read-pdf.js'
import { bundle, runProgram } from '../cli/run-command.js'
import { honest, hostilePdf, packedTwice, packedZeros } from '../dossier/hostile-pdf.js'
import { freshFolder } from './fresh-folder.js'

const mega = 1024 * 1024
const workerFile = join(findAppRoot(), 'dist/cli/pdf-worker.js')
const readPdf = createPdfReader({ workerFile })

beforeAll(bundle, 60_000)

/** What reading costs: the memory that the process grew by at its height, in MB, and the time, in seconds. */
async function costOf(reading: () => ReturnType<PdfReader>) {
  const before = process.memoryUsage.rss()
  const start = performance.now()
  let highest = before
  const timer = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage.rss())
  }, 10)
  const outcome = await reading()
  clearInterval(timer)
  return { outcome, memory: (highest - before) / mega, time: (performance.now() - start) / 1000 }
}

function codesOf(outcome: Awaited<ReturnType<PdfReader>>): string[] {
  return outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code)
}

describe('a PDF that unpacks to far more than it is', () => {
  const huge = 2048 * mega
  const bombs: Record<string, () => Uint8Array> = {
    'one attachment of 2 GB': () => hostilePdf([{ path: 'a', packed: packedZeros(huge) }]),
    'one of 2 GB that is packed twice': () =>
      hostilePdf([{ path: 'a', packed: packedTwice(huge), filters: ['FlateDecode', 'FlateDecode'] }]),
    'many of 60 MB each': () =>
      hostilePdf(Array.from({ length: 40 }, (_, n) => ({ path: `${n}`, packed: packedZeros(60 * mega) }))),
  }

  it.each(Object.keys(bombs))(
    'is refused before it takes the memory: %s',
    async (name) => {
      const bytes = bombs[name]?.() ?? new Uint8Array()
      expect(bytes.length).toBeLessThan(4 * mega)
      const { outcome, memory, time } = await costOf(() => readPdf({ path: '/x.pdf', bytes }))
      expect(codesOf(outcome)).toEqual(['dossier/too-big'])
      expect(outcome.ok || outcome.diagnostics[0]?.message).toBe(
        '`/x.pdf` unpacks to more than the 100 MB that are read',
      )
      expect(memory).toBeLessThan(700)
      expect(time).toBeLessThan(30)
    },
    60_000,
  )

  it('is refused where that is a page, which takes long to read', async () => {
    const hasty = createPdfReader({ workerFile, timeLimit: 3000 })
    const bytes = hostilePdf([honest('a', 'x')], packedZeros(huge))
    const { outcome, memory } = await costOf(() => hasty({ path: '/x.pdf', bytes, pages: true }))
    expect(codesOf(outcome)).toEqual(['dossier/too-long'])
    expect(memory).toBeLessThan(700)
  }, 20_000)

  it('is read where it comes to no more than is allowed', async () => {
    const bytes = hostilePdf([{ path: 'a', packed: packedZeros(96 * mega) }, honest('b', 'x')])
    const outcome = await readPdf({ path: '/x.pdf', bytes })
    expect(outcome.ok && outcome.value.attachments.map((file) => [file.path, file.bytes.length])).toEqual([
      ['a', 96 * mega],
      ['b', 1],
    ])
  }, 60_000)
})

describe('a PDF on the disk', () => {
  it('is refused by its size before it is read', async () => {
    const path = join(freshFolder(), 'big.pdf')
    writeFileSync(path, '%PDF-1.7\n')
    truncateSync(path, 500 * mega)
    const { outcome, memory, time } = await costOf(() => readPdf({ path }))
    expect(outcome.ok || outcome.diagnostics[0]).toMatchObject({
      code: 'dossier/too-big',
      message: `\`${path}\` comes to 500 MB, at most 100 MB are read`,
    })
    expect(memory).toBeLessThan(200)
    expect(time).toBeLessThan(10)
  }, 20_000)

  it.skipIf(process.platform === 'win32')('is not waited for where it is a pipe or a device', async () => {
    const pipe = join(freshFolder(), 'pipe.pdf')
    execFileSync('mkfifo', [pipe])
    for (const path of [pipe, '/dev/zero']) {
      expect(codesOf(await readPdf({ path }))).toEqual(['workspace/not-a-file'])
    }
  })

  it('may be a folder, or nothing at all, and says so', async () => {
    const folder = freshFolder()
    expect(codesOf(await readPdf({ path: folder }))).toEqual(['workspace/not-a-file'])
    expect(codesOf(await readPdf({ path: join(folder, 'none.pdf') }))).toEqual(['workspace/missing'])
  })
})

it('a PDF with thousands of attachments is refused with one diagnostic', async () => {
  const bytes = hostilePdf(Array.from({ length: 5000 }, (_, n) => honest(`assets/${n}.png`, `${n}`)))
  const outcome = await readPdf({ path: '/x.pdf', bytes })
  expect(outcome.ok || outcome.diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ['dossier/too-many', '`/x.pdf` has 5000 attachments, at most 1000 are read'],
  ])
}, 30_000)

it('a PDF that takes too long is given up', async () => {
  const hasty = createPdfReader({ workerFile, timeLimit: 1 })
  const outcome = await hasty({ path: '/x.pdf', bytes: hostilePdf([]) })
  expect(codesOf(outcome)).toEqual(['dossier/too-long'])
})

it('a fault of the program is no fault of the PDF', async () => {
  const broken = createPdfReader({ workerFile: '/no/such/worker.js' })
  await expect(broken({ path: '/x.pdf', bytes: hostilePdf([]) })).rejects.toThrow(/no\/such\/worker/)
})

it('a PDF is read without the native package that pdf.js draws with, and nothing is printed', async () => {
  const folder = freshFolder()
  writeFileSync(join(folder, 'a.pdf'), hostilePdf([]))
  // As if it were not installed: the loader knows no such package.
  const hook = `import { Module } from 'node:module'
    const load = Module._load
    Module._load = (name, ...rest) => {
      if (name === '@napi-rs/canvas') throw new Error('not installed')
      return load(name, ...rest)
    }`
  writeFileSync(join(folder, 'hook.mjs'), hook)
  const command = join(findAppRoot(), 'dist/cli/briefwright.js')
  const hooked = [
    '--import',
    join(folder, 'hook.mjs'),
    command,
    'open',
    'a.pdf',
    '--workspace',
    'w',
    '--json',
  ]
  const ran = await runProgram(folder, process.execPath, hooked)
  expect(ran).toMatchObject({ code: 1, errors: '' })
  expect(JSON.parse(ran.out).diagnostics[0].code).toBe('dossier/not-ours')
}, 30_000)

it('the same text packed in another way is the same attachment', async () => {
  const stored = { path: 'a', packed: deflateSync('text', { level: 0 }) }
  const outcome = await readPdf({ path: '/x.pdf', bytes: hostilePdf([stored]) })
  expect(outcome.ok && Buffer.from(outcome.value.attachments[0]?.bytes ?? []).toString()).toBe('text')
})
