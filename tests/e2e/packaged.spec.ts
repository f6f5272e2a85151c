import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { extractFile } from '@electron/asar'
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'
import { _electron, chromium, expect, type Page, test } from '@playwright/test'
import type { Outcome } from '../../engine/base/index.js'
import type {} from '../../renderer/base/bridge.js'

const root = join(import.meta.dirname, '..', '..')

test.skip(
  process.platform !== 'linux',
  'the folder of an unpacked app is laid out otherwise on other systems',
)

/** Not in `release/`: there the app would find the packages of the checkout, and one left out would go unnoticed. */
let folder: string
let executable: string

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'briefwright-packaged-'))
  executable = await packageInto(join(folder, 'release'))
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

test('the package can be made to run nothing but the app that is sealed in it', async () => {
  const fuses = await getCurrentFuseWire(executable)
  // In the binary each is a digit.
  const state = (option: FuseV1Options) => String.fromCharCode(fuses[option] ?? 0)
  expect({
    runAsNode: state(FuseV1Options.RunAsNode),
    nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
    onlyFromArchive: state(FuseV1Options.OnlyLoadAppFromAsar),
    checksArchive: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    encryptsCookies: state(FuseV1Options.EnableCookieEncryption),
    filePrivileges: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: '0',
    nodeOptions: '0',
    inspect: '0',
    onlyFromArchive: '1',
    checksArchive: '1',
    encryptsCookies: '1',
    filePrivileges: '0',
  })
  expect(await readdir(dirname(executable))).toContain('sbom.cdx.json')
  expect((await readdir(join(dirname(executable), 'resources'))).sort()).toEqual([
    'app.asar',
    'assets',
    'package.json',
    'templates',
  ])
})

test('a package on another Electron than the supported one says that it is for tests, and is no release', async () => {
  const packaged = readPackaged(executable)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  if (process.env['BRIEFWRIGHT_ELECTRON_VERSION'] === supportedElectron()) {
    expect(packaged).toMatchObject({ productName: 'Briefwright', version })
    return
  }
  expect(packaged).toMatchObject({
    productName: 'Briefwright for tests only',
    version: `${version}-for-tests-only`,
  })
  expect(executable).toMatch(/briefwright-for-tests-only$/)
  const { status, stderr } = runPackage('--out', join(folder, 'refused'), '--release')
  expect(stderr).toContain('no release is made on Electron')
  expect(status).toBe(1)
  expect(await readdir(folder)).not.toContain('refused')
})

test('the packaged app as it is given away shows its window and makes a page', async () => {
  const app = spawn(executable, [...startOptions('as-given'), '--remote-debugging-port=0'], { cwd: folder })
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(app.stderr))
    const window = browser.contexts()[0]?.pages()[0] as Page
    await expect(window).toHaveTitle(/Briefwright/)
    await expect(window.getByRole('button').first()).toBeVisible()
    expect(await window.evaluate(renderFirst)).toBeGreaterThan(0)
    expect(await readdir(join(folder, 'as-given'))).toContain('casebook')
  } finally {
    app.kill()
  }
})

// Its driver reaches main by a switch that is off in what is given away.
test('the packaged app starts away from the checkout, exports a brief and verifies it', async () => {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  const app = await _electron.launch({
    executablePath: executable,
    args: startOptions('driven'),
    cwd: folder,
  })
  try {
    const window = await app.firstWindow()
    await expect.poll(() => readdir(join(folder, 'driven')).catch(() => [])).toContain('casebook')
    const about = await app.evaluate(({ app }) => ({
      productName: app.getName(),
      version: app.getVersion(),
    }))
    expect(readPackaged(executable)).toMatchObject(about)
    const path = join(folder, 'driven', 'exports', 'first.pdf')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, path)
    expect(await window.evaluate(exportAndVerify, path)).toEqual({
      isIdentical: true,
      recordsCarried: true,
    })
  } finally {
    await app.close()
  }
})

function startOptions(workspace: string): string[] {
  return [
    '--no-sandbox',
    `--user-data-dir=${join(folder, `${workspace}-memory`)}`,
    `--workspace=${join(folder, workspace)}`,
  ]
}

/** Chromium says on its standard error where it listens. */
async function debuggingAddress(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const address = /^DevTools listening on (\S+)/.exec(line)?.[1]
    if (address) return address
  }
  throw new Error('the app ended before it listened')
}

/** How many pages the first brief of the workspace has. Runs in the page. */
async function renderFirst() {
  const { briefwright } = self
  const { file = '', template = '', language = 'en' } = (await briefwright.readWorkspace()).briefs[0] ?? {}
  const rendered = await briefwright.renderBrief({
    file,
    brief: { template, language, parameters: {}, narrative: {} },
  })
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostics))
  return rendered.value.pageCount
}

/** What the workers of the packaged app make of its first brief. Runs in the page. */
async function exportAndVerify(path: string) {
  const given = <T>(outcome: Outcome<T>): T => {
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics))
    return outcome.value
  }
  const { briefwright } = self
  const { file = '', template = '', language = 'en' } = (await briefwright.readWorkspace()).briefs[0] ?? {}
  given(await briefwright.exportPdf({ file, brief: { template, language, parameters: {}, narrative: {} } }))
  const { number } = given(await briefwright.takeExport(path))
  const { recordCount } = given(await briefwright.inspectPdf(number))
  const { isIdentical } = given(await briefwright.verifyPdf(number))
  return { isIdentical, recordsCarried: recordCount > 0 }
}

async function packageInto(output: string): Promise<string> {
  const { status, stdout, stderr } = runPackage('--out', output)
  expect(status, stdout + stderr).toBe(0)
  const unpacked = (await readdir(output)).find((name) => name.endsWith('-unpacked')) ?? ''
  const name = (await readdir(join(output, unpacked))).find((name) => name.startsWith('briefwright')) ?? ''
  return join(output, unpacked, name)
}

function runPackage(...options: string[]) {
  return spawnSync(process.execPath, ['scripts/package.mjs', ...options], { cwd: root, encoding: 'utf8' })
}

function readPackaged(executable: string) {
  const archive = join(dirname(executable), 'resources', 'app.asar')
  return JSON.parse(extractFile(archive, 'package.json').toString('utf8'))
}

function supportedElectron(): string {
  return JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')).version
}
