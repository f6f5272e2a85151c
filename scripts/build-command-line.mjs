import { chmod, mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isFresh } from './freshness.mjs'
import { rootFolder } from './root-folder.mjs'

export const commandLineBundle = 'dist/cli/briefwright.js'

const sources = [
  'engine',
  'host',
  'cli',
  'package.json',
  'package-lock.json',
  'scripts/build-command-line.mjs',
]

/**
 * Bundles the command line, and its workers beside it, unless the bundle is newer than its sources.
 * Returns whether it could; esbuild has printed why not.
 */
export async function buildCommandLine() {
  if (isFresh(commandLineBundle, sources)) return true
  const { build } = await import('esbuild')
  const result = await build({
    absWorkingDir: rootFolder,
    entryPoints: {
      briefwright: 'cli/main.ts',
      'command-line': 'cli/command-line.ts',
      'render-worker': 'host/render/render-worker.ts',
      'pdf-worker': 'host/pdf/pdf-worker.ts',
    },
    outdir: dirname(commandLineBundle),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // These find files of their own at run time: pdfkit's data folder, piscina's worker. pdf.js is loaded for PDFs alone,
    // and the command line by what can still say why it could not be.
    external: ['pdfmake', 'piscina', 'pdfjs-dist', './command-line.js'],
    // CommonJS packages inside the bundle still call `require` for Node's own modules.
    banner: {
      js: "import { createRequire as briefwrightRequire } from 'node:module'\nconst require = briefwrightRequire(import.meta.url)",
    },
    // Names stay, for the sake of whoever reads a stack trace; what is left is read a good deal sooner.
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'linked',
    logLevel: 'warning',
    write: false,
  }).catch(() => undefined)
  if (!result) return false
  await mkdir(join(rootFolder, dirname(commandLineBundle)), { recursive: true })
  for (const file of result.outputFiles) {
    const isCommand = file.path.endsWith('briefwright.js')
    // Written beside and moved, so that a command started meanwhile never reads half a bundle.
    const partial = `${file.path}.${process.pid}.part`
    await writeFile(partial, isCommand ? `#!/usr/bin/env node\n${file.text}` : file.contents)
    if (isCommand) await chmod(partial, 0o755)
    await rename(partial, file.path)
  }
  return true
}
