import { execFileSync } from 'node:child_process'
import { statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { findAppRoot } from '../../host/files/app-root.js'
import { createPdfReader, type PdfReader } from '../../host/pdf/read-pdf.js'
import { runProgram } from '../cli/run-command.js'
import { honest, hostilePdf, packedTwice, packedZeros } from '../dossier/hostile-pdf.js'
import { builtScript } from './built-script.js'
import { freshFolder } from './fresh-folder.js'

const mega = 1024 * 1024
const workerFile = join(findAppRoot(), 'dist/cli/pdf-worker.js')
const readPdf = createPdfReader({ workerFile })

function codesOf(outcome: Awaited<ReturnType<PdfReader>>): string[] {
  return outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code)
}

/** Only Linux bounds the memory that a process writes to, and not what it merely lays claim to. */
const bounds = process.platform === 'linux' ? ['sh', '-c', 'ulimit -d 800000 && exec "$0" "$@"'] : []

/** Runs Node in a process that has 800 MB; one that asks for more ends, or throws. */
function runBounded(...args: string[]) {
  const [program = '', ...rest] = [...bounds, process.execPath, ...args]
  return runProgram(freshFolder(), program, rest)
}

describe('a PDF that unpacks to far more than it is', () => {
  const huge = 2048 * mega
  const bombs: Record<string, { bytes(): Uint8Array; pages?: boolean }> = {
    'one attachment of 2 GB': { bytes: () => hostilePdf([{ path: 'a', packed: packedZeros(huge) }]) },
    'one of 2 GB that is packed twice': {
      bytes: () =>
        hostilePdf([{ path: 'a', packed: packedTwice(huge), filters: ['FlateDecode', 'FlateDecode'] }]),
    },
    'many of 60 MB each': {
      bytes: () =>
        hostilePdf(Array.from({ length: 40 }, (_, n) => ({ path: `${n}`, packed: packedZeros(60 * mega) }))),
    },
    'a page of 2 GB': { bytes: () => hostilePdf([honest('a', 'x')], packedZeros(huge)), pages: true },
  }

  it.skipIf(bounds.length === 0)('is read in a process that cannot take so much', async () => {
    expect((await runBounded('-e', `Buffer.alloc(${600 * mega})`)).code).toBe(0)
    expect((await runBounded('-e', `Buffer.alloc(${900 * mega})`)).code).not.toBe(0)
  })

  it.each(Object.entries(bombs))('is refused before it takes the memory: %s', async (_, bomb) => {
    const path = join(freshFolder(), 'x.pdf')
    writeFileSync(path, bomb.bytes())
    expect(statSync(path).size).toBeLessThan(4 * mega)
    const options = { workerFile, timeLimit: 600_000 }
    const request = { path, pages: bomb.pages }
    const script = await builtScript(new URL('workers/reads-one-pdf.ts', import.meta.url))
    const ran = await runBounded(script, JSON.stringify(options), JSON.stringify(request))
    expect(ran).toMatchObject({ code: 0, errors: '' })
    expect(JSON.parse(ran.out)).toMatchObject([
      { code: 'dossier/too-big', message: `\`${path}\` unpacks to more than the 100 MB that are read` },
    ])
  })

  it('is read where it comes to no more than is allowed', async () => {
    const bytes = hostilePdf([{ path: 'a', packed: packedZeros(96 * mega) }, honest('b', 'x')])
    const outcome = await readPdf({ path: '/x.pdf', bytes })
    expect(outcome.ok && outcome.value.attachments.map((file) => [file.path, file.bytes.length])).toEqual([
      ['a', 96 * mega],
      ['b', 1],
    ])
  })
})

describe('a PDF on the disk', () => {
  it('is refused by its size before it is read', async () => {
    const path = join(freshFolder(), 'big.pdf')
    writeFileSync(path, '%PDF-1.7\n')
    // More than Node reads into memory at all: who tried would be told of that.
    truncateSync(path, 4096 * mega)
    const outcome = await readPdf({ path })
    expect(outcome.ok || outcome.diagnostics[0]).toMatchObject({
      code: 'dossier/too-big',
      message: `\`${path}\` comes to 4096 MB, at most 100 MB are read`,
    })
  })

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
})

it('a PDF that takes too long is given up', async () => {
  const silent = join(freshFolder(), 'silent.mjs')
  writeFileSync(silent, 'for (;;);')
  const hasty = createPdfReader({ workerFile: silent, timeLimit: 1 })
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
})

it('the same text packed in another way is the same attachment', async () => {
  const stored = { path: 'a', packed: deflateSync('text', { level: 0 }) }
  const outcome = await readPdf({ path: '/x.pdf', bytes: hostilePdf([stored]) })
  expect(outcome.ok && Buffer.from(outcome.value.attachments[0]?.bytes ?? []).toString()).toBe('text')
})
