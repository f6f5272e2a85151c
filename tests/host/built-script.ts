import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { freshFolder } from './fresh-folder.js'

/** Bundles a script, as a thread or process of its own runs it. Gives the path of what it made. */
export async function builtScript(script: URL): Promise<string> {
  const entry = fileURLToPath(script)
  const outfile = join(freshFolder(), basename(entry).replace('.ts', '.mjs'))
  const requireOfModules =
    "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)"
  const banner = { js: requireOfModules }
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', banner })
  return outfile
}
