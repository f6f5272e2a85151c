import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What an Electron distribution brings that no package needs: the app it runs without one, and the seal of our cache. */
const notShipped = ['default_app.asar', 'sealed.json']

/**
 * Called by electron-builder before it turns the switches and signs.
 *
 * @param {{
 *   appOutDir: string,
 *   packager: { appInfo: { version: string }, getResourcesDir(folder: string): string },
 * }} context
 */
export default async function afterPack({ appOutDir, packager }) {
  const resources = packager.getResourcesDir(appOutDir)
  for (const folder of [appOutDir, resources])
    for (const name of notShipped) await rm(join(folder, name), { force: true })
  // Beside assets and templates, where the program looks for its version.
  await writeFile(join(resources, 'package.json'), JSON.stringify({ version: packager.appInfo.version }))
}
