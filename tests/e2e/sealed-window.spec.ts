import type {} from '../../renderer/base/bridge.js'
import { expect, newBrief, pages, test } from './briefwright.js'

test('the page has no Node, and only the named calls of the bridge', async ({ briefwright }) => {
  const { window } = briefwright
  const found = await window.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in globalThis),
    bridge: Object.values(self.briefwright).every((call) => typeof call === 'function'),
    names: Object.keys(self.briefwright),
  }))
  expect(found.globals).toEqual([])
  expect(found.bridge).toBe(true)
  expect(found.names).not.toContain('send')
  expect(found.names).not.toContain('invoke')
})

test('the page is served with a policy that runs no code but ours', async ({ briefwright }) => {
  const { window } = briefwright
  const policy = await window.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'))
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
  // Text run as code later on: the driver's own `evaluate` is let past the policy, this is not.
  const ran = await window.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.ranInline = true'
    document.body.append(script)
    self.setTimeout('globalThis.ranText = true')
    await new Promise((resolve) => setTimeout(resolve, 50))
    return { inline: 'ranInline' in globalThis, text: 'ranText' in globalThis }
  })
  expect(ran).toEqual({ inline: false, text: false })
})

test('the protocol gives nothing outside its folders', async ({ briefwright }) => {
  const { window } = briefwright
  const statuses = await window.evaluate(async () =>
    Promise.all(
      [
        '/',
        '/fonts/source-sans-3/normal.ttf',
        '/..%2f..%2fpackage.json',
        '/fonts/..%2f..%2fpackage.json',
        '/%2e%2e/%2e%2e/package.json',
        '/fonts/../../package.json',
        '/..%5c..%5cpackage.json',
        '/fonts/',
      ].map(async (path) => (await fetch(path)).status),
    ),
  )
  expect(statuses).toEqual([200, 200, 404, 404, 404, 404, 404, 404])
})

test('nothing leaves the machine: every request stays within the app', async ({ briefwright }) => {
  const { app, window } = briefwright
  const outside: string[] = []
  window.on('request', (request) => {
    if (!/^(briefwright:|data:|blob:)/.test(request.url())) outside.push(request.url())
  })
  await newBrief(window, 'Fact sheet', 'Quiet')
  await expect(pages(window).first()).toContainText('Kipushi')
  expect(outside).toEqual([])

  // Asked in main, where no policy of the page holds: the session itself refuses.
  const refused = await app.evaluate(async ({ net }) =>
    net.fetch('https://example.org/').then(
      () => 'answered',
      (error: Error) => error.message,
    ),
  )
  expect(refused).toContain('ERR_BLOCKED_BY_CLIENT')
})

test('the window goes nowhere else and opens no other', async ({ briefwright }) => {
  const { app, window } = briefwright
  expect(await window.evaluate(() => Notification.requestPermission())).toBe('denied')
  // Asked in main: the driver waits for a navigation that never comes.
  const after = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    await contents?.executeJavaScript(
      `open('https://example.org/'); location.href = 'https://example.org/'; 0`,
    )
    await new Promise((resolve) => setTimeout(resolve, 300))
    return {
      address: contents?.getURL(),
      heading: await contents?.executeJavaScript(`document.querySelector('h1').textContent`),
      windows: BrowserWindow.getAllWindows().length,
    }
  })
  expect(after).toEqual({ address: 'briefwright://app/', heading: 'Briefs', windows: 1 })
})

test('a web address is shown in full and opens only when the reader says so', async ({ briefwright }) => {
  const { app, window } = briefwright
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (address) => void opened.push(address)
  })
  const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
  const shown = await briefwright.answerMessages(1)
  await newBrief(window, 'Fact sheet', 'Links')
  const link = pages(window)
    .first()
    .getByRole('link', { name: /https?:/ })
    .first()
  const address = (await link.getAttribute('title')) ?? ''
  await link.click()
  await expect.poll(shown).toEqual([expect.stringContaining(address)])
  expect(await opened()).toEqual([])
  await briefwright.answerMessages(0)
  await link.click()
  await expect.poll(opened).toEqual([address])
  expect(await window.evaluate(() => self.briefwright.openLink('file:///etc/passwd'))).toBe(false)
})

test('main refuses input that no schema knows, and files that are not its own', async ({ briefwright }) => {
  const { window } = briefwright
  const answers = await window.evaluate(async () => {
    const { briefwright } = self
    const refused = (promise: Promise<unknown>) =>
      promise.then(
        // A call that answers with an outcome says of what it refuses that it did, and nothing else.
        (answer) => {
          const { ok, diagnostics = [] } = answer as { ok?: boolean; diagnostics?: { code: string }[] }
          const isRefused = diagnostics.length > 0 && diagnostics.every(({ code }) => code === 'call/refused')
          return ok === false && isRefused ? 'refused' : 'taken'
        },
        () => 'refused',
      )
    return {
      path: await refused(briefwright.openDocument('../../etc/passwd')),
      nested: await refused(briefwright.openDocument('briefs/../x.brief.yaml')),
      extra: await refused(briefwright.changeSettings({ language: 'de' as never })),
      opened: (await briefwright.openExport('/etc/passwd')).ok,
    }
  })
  expect(answers).toEqual({ path: 'refused', nested: 'refused', extra: 'refused', opened: false })
})
