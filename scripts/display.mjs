import { spawn } from 'node:child_process'

/** Whether a window can be shown. @param {NodeJS.ProcessEnv} [environment] */
export function hasDisplay(environment = process.env) {
  return process.platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}

/**
 * Starts a display of our own that shows nowhere, on a number that nobody uses. Resolves with its name (`:99`)
 * and a way to end it, or `undefined` when Xvfb cannot start.
 *
 * @returns {Promise<{ name: string, stop: () => void } | undefined>}
 */
export function startVirtualDisplay() {
  return new Promise((done) => {
    // Xvfb writes the number that it took to the descriptor that it is given.
    const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    const stop = () => void xvfb.kill()
    let number = ''
    xvfb.once('error', () => done(undefined))
    xvfb.once('exit', () => done(undefined))
    xvfb.stdio[3]?.on('data', (chunk) => {
      number += chunk
      if (number.endsWith('\n')) done({ name: `:${number.trim()}`, stop })
    })
    process.once('exit', stop)
  })
}
