import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { downloadVerified } from '../../scripts/verified-download.mjs'
import { freshFolder } from '../host/fresh-folder.js'

const fingerprint = {
  algorithm: 'sha256',
  encoding: 'hex',
  digest: createHash('sha256').update('the archive').digest('hex'),
} as const
const options = { label: 'Archive:', answerWithin: 300_000 }
/** For servers that say nothing more, however long they are waited for. */
const hasty = { ...options, answerWithin: 300 }

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/archive.zip`
}

it('keeps a download that is what was expected', async () => {
  const folder = freshFolder()
  const address = await serve((_request, response) => void response.end('the archive'))
  await downloadVerified(address, join(folder, 'archive.zip'), fingerprint, options)
  expect(await readFile(join(folder, 'archive.zip'), 'utf8')).toBe('the archive')
  expect(await readdir(folder)).toEqual(['archive.zip'])
})

it('refuses another content and leaves nothing behind', async () => {
  const folder = freshFolder()
  const address = await serve((_request, response) => void response.end('the tampered archive'))
  const download = downloadVerified(address, join(folder, 'archive.zip'), fingerprint, options)
  await expect(download).rejects.toThrow(/^refused and removed: its sha256 is [0-9a-f]+, expected/)
  expect(await readdir(folder)).toEqual([])
})

it('goes on soon when the server says nothing', async () => {
  const folder = freshFolder()
  const address = await serve(() => {})
  const download = downloadVerified(address, join(folder, 'archive.zip'), fingerprint, hasty)
  await expect(download).rejects.toThrow('no answer within 0.3 s')
  expect(await readdir(folder)).toEqual([])
})

it('goes on soon when the server stops in the middle', async () => {
  const folder = freshFolder()
  const address = await serve((_request, response) => void response.write('the arch'))
  const download = downloadVerified(address, join(folder, 'archive.zip'), fingerprint, hasty)
  await expect(download).rejects.toThrow('no answer within 0.3 s')
  expect(await readdir(folder)).toEqual([])
})

it('says what the server answered', async () => {
  const folder = freshFolder()
  const address = await serve((_request, response) => void response.writeHead(404).end())
  const download = downloadVerified(address, join(folder, 'archive.zip'), fingerprint, options)
  await expect(download).rejects.toThrow('the server answered 404')
})
