import { join } from 'node:path'
import { rootFolder } from './root-folder.mjs'

/** Bundles what runs changed files, and its process and thread. Gives the script to start. */
export async function buildFuzz() {
  const { build } = await import('esbuild')
  const outdir = join(rootFolder, 'dist/fuzz')
  await build({
    absWorkingDir: rootFolder,
    entryPoints: ['main', 'runner', 'pdf-thread'].map((name) => `tests/fuzz/${name}.ts`),
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
  return join(outdir, 'main.js')
}
