import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { freshFolder } from './fresh-folder.js'

/** Bundles a script of `workers`, as a thread or process of its own runs it. Gives the path of what it made. */
export async function builtScript(name: string): Promise<string> {
  const outfile = join(freshFolder(), `${name}.mjs`)
  const entry = fileURLToPath(new URL(`workers/${name}.ts`, import.meta.url))
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm' })
  return outfile
}
