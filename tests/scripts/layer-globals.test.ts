import { spawnSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { rootFolder } from '../../scripts/root-folder.mjs'
import { freshFolder } from '../host/fresh-folder.js'

/** What the compiler says of a file with `text` in a layer: the codes of its errors. */
async function compileIn(layer: string, text: string): Promise<string> {
  const folder = freshFolder()
  await mkdir(join(folder, 'source'))
  await writeFile(join(folder, 'source', 'probe.ts'), text)
  const config = {
    extends: join(rootFolder, layer),
    compilerOptions: {
      rootDir: folder,
      composite: false,
      noEmit: true,
      emitDeclarationOnly: false,
      tsBuildInfoFile: null,
      typeRoots: [join(rootFolder, 'node_modules', '@types')],
    },
    include: ['source'],
    exclude: [],
    files: [],
    references: [],
  }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config))
  const compiler = join(rootFolder, 'node_modules', 'typescript', 'bin', 'tsc')
  return spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' }).stdout
}

it.each([
  ['engine/tsconfig.core.json', 'export const title = document.title', "Cannot find name 'document'"],
  ['engine/tsconfig.core.json', 'export const id = process.pid', "Cannot find name 'process'"],
  ['engine/tsconfig.core.json', 'export const later = setTimeout', "Cannot find name 'setTimeout'"],
  ['engine/pdf/tsconfig.json', 'export const title = document.title', "Cannot find name 'document'"],
  ['host/tsconfig.json', 'export const title = document.title', "Cannot find name 'document'"],
  ['cli/tsconfig.json', 'export const title = window.title', "Cannot find name 'window'"],
])('does not compile in %s: %s', async (layer, text, expected) => {
  expect(await compileIn(layer, text)).toContain(expected)
})

it('compiles what a layer does have', async () => {
  expect(await compileIn('engine/tsconfig.core.json', 'export const sum = [1, 2].at(-1)')).toBe('')
  expect(await compileIn('host/tsconfig.json', 'export const id = process.pid')).toBe('')
})
