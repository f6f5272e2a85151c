import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  chooseInMenu,
  electronExecutable,
  expect,
  exportPdf,
  newBrief,
  pages,
  repository,
  test,
  write,
} from './briefwright.js'
import { leadsOutside, traced, whyNoTrace } from './system-calls.js'

/** An address for documentation, at which nobody is. */
const nowhere = '203.0.113.9'

const reason = whyNoTrace()
if (reason) console.log(`the tests of system calls are skipped: ${reason}`)
test.skip(reason !== undefined, reason)

test('a trace shows what leaves this machine, and not what stays', () => {
  const program = traced(process.execPath)
  const code = `
    const { connect } = require('node:net')
    const { createSocket } = require('node:dgram')
    for (const host of ['127.0.0.1', '::1', '${nowhere}']) connect(9, host).on('error', () => {})
    connect('/nowhere').on('error', () => {})
    const socket = createSocket('udp4')
    socket.connect(9, '${nowhere}', () => socket.send('?', () => {
      createSocket('udp4').send('?', 9, '127.0.0.1', () => process.exit())
    }))`
  expect(spawnSync(program.path, ['--eval', code]).status).toBe(0)
  const names = (calls: string[]) =>
    calls.map((call) => call.replace(/^\d+ +(\w+)\(\d+<(\w+):.*/, '$2 $1')).sort()
  expect(names(program.sentOutside())).toEqual(['TCP connect', 'UDP sendmsg'])
  // Node binds a socket that sends to any address of its own first.
  expect(names(program.callsOutside())).toEqual([
    'TCP connect',
    'UDP bind',
    'UDP bind',
    'UDP connect',
    'UDP sendmsg',
  ])
  expect(leadsOutside('7 connect(3, {sa_family=AF_VSOCK, svm_cid=0x2, svm_port=0x1}, 16) = 0')).toBe(true)
})

for (const language of ['en_GB', 'fr_FR']) {
  test(`starting asks the network for nothing, the first time and later: ${language}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'briefwright-offline-'))
    const program = traced(electronExecutable())
    for (const _ of ['first', 'later']) {
      const app = startAlone(program.path, folder, language)
      await expect.poll(() => existsSync(join(folder, 'workspace', 'briefs'))).toBe(true)
      // Nothing tells when Chromium's services have done what they do at a start.
      await new Promise((resolve) => setTimeout(resolve, 8000))
      await end(app)
    }
    expect(program.callsOutside()).toEqual([])
    rmSync(folder, { recursive: true, force: true })
  })
}

test.describe('a whole journey', () => {
  const program = reason === undefined ? traced(electronExecutable()) : undefined
  test.use({ executable: program?.path })

  test('sends nothing, whatever the page tries', async ({ briefwright }) => {
    test.setTimeout(180_000)
    const { app, window, workspace } = briefwright
    await newBrief(window, 'Fact sheet', 'Quiet')
    await write(window, 'In short', 'Nothing of this leaves.')
    await expect(pages(window).first()).toContainText('Nothing of this leaves.')
    await expect(window.getByText('Saved', { exact: true })).toBeVisible()
    const exported = join(workspace, 'exports', 'quiet.pdf')
    await stubbornly(() => briefwright.answerSaveDialog(exported))
    await exportPdf(window)
    await expect(window.getByRole('status', { name: 'Exported' })).toBeVisible()
    await stubbornly(() => briefwright.answerOpenDialog(exported))
    await stubbornly(() => chooseInMenu(app, 'Verify a PDF…'))
    await expect(window.getByRole('dialog')).toContainText('quiet.pdf')
    await window.keyboard.press('Escape')
    for (const view of ['Templates', 'Casebook', 'Problems', 'Exports', 'Briefs'])
      await stubbornly(() => chooseInMenu(app, view))

    expect(await window.evaluate(tryEveryWayOut, { address: nowhere, isThorough: false })).toEqual([])
    expect(program?.callsOutside()).toEqual([])
    // For these Chromium asks the kernel by which way a packet would go, and sends none.
    expect(await window.evaluate(tryEveryWayOut, { address: nowhere, isThorough: true })).toEqual([])
    expect(program?.sentOutside()).toEqual([])
  })
})

/** A traced process is slow, and its inspector then loses the answer to a driver. All of this may be asked for twice. */
async function stubbornly(ask: () => Promise<void>): Promise<void> {
  await expect(ask).toPass({ timeout: 60_000 })
}

/** Without a driver, which has sockets of its own. */
function startAlone(executable: string, folder: string, language: string): ChildProcess {
  return spawn(
    executable,
    [
      '--no-sandbox',
      `--user-data-dir=${join(folder, 'memory')}`,
      `--workspace=${join(folder, 'workspace')}`,
      repository,
    ],
    // A group of its own, so that it ends with all its children.
    {
      detached: true,
      stdio: 'ignore',
      env: { ...process.env, LANG: `${language}.UTF-8`, LANGUAGE: language },
    },
  )
}

async function end(app: ChildProcess): Promise<void> {
  const ended = once(app, 'exit')
  if (app.pid) process.kill(-app.pid, 'SIGTERM')
  await ended
}

/** What a page can do to reach another machine, or a frame in it. Gives the addresses of this one that it found out. */
async function tryEveryWayOut({ address, isThorough }: { address: string; isThorough: boolean }) {
  const hosts = [address, 'briefwright.example']
  for (const host of hosts) {
    for (const rel of ['preconnect', 'prefetch', 'stylesheet', ...(isThorough ? ['dns-prefetch'] : [])]) {
      document.head.append(Object.assign(document.createElement('link'), { rel, href: `https://${host}/` }))
    }
    new Image().src = `http://${host}/picture.png`
    await fetch(`http://${host}/`).catch(() => undefined)
    navigator.sendBeacon(`http://${host}/`)
    for (const make of [
      () => new WebSocket(`ws://${host}/`),
      () => void new WebTransport(`https://${host}/`).ready.catch(() => undefined),
    ]) {
      try {
        make()
      } catch {
        // Refused by the policy at once.
      }
    }
  }
  if (!isThorough) return gather(self)

  const empty = document.createElement('iframe')
  const filled = Object.assign(document.createElement('iframe'), { srcdoc: '<p>Text</p>' })
  const atOnce = document.body.appendChild(empty).contentWindow
  const loaded = new Promise((resolve) => filled.addEventListener('load', resolve))
  document.body.append(filled)
  await loaded
  const found = await Promise.all([atOnce, empty.contentWindow, filled.contentWindow].map(gather))
  empty.remove()
  filled.remove()
  return found.flat()

  async function gather(frame: unknown): Promise<string[]> {
    const { RTCPeerConnection, webkitRTCPeerConnection } = frame as Record<
      string,
      typeof self.RTCPeerConnection
    >
    const Connection = RTCPeerConnection ?? webkitRTCPeerConnection
    if (!Connection) return []
    const candidates: string[] = []
    const ways = ['turn:HOST:3478?transport=udp', 'turn:HOST:3478?transport=tcp', 'turns:HOST:5349']
    const connection = new Connection({
      iceServers: hosts.flatMap((host) => [
        { urls: `stun:${host}:3478` },
        { urls: ways.map((way) => way.replace('HOST', host)), username: 'a', credential: 'b' },
      ]),
    })
    connection.createDataChannel('out')
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.candidate) candidates.push(candidate.candidate)
    })
    await connection.setLocalDescription(await connection.createOffer())
    if (connection.iceGatheringState !== 'complete') {
      await new Promise<void>((resolve) => {
        connection.addEventListener('icegatheringstatechange', () => {
          if (connection.iceGatheringState === 'complete') resolve()
        })
      })
    }
    connection.close()
    return candidates
  }
}
