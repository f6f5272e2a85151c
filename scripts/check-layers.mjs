/** `npm run layers`: no file imports what its layer may not. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findLayerFaults, layers } from './layers.mjs'
import { rootFolder } from './root-folder.mjs'

const files = layers
  .filter(({ folder }) => !folder.includes('/'))
  .flatMap(({ folder }) =>
    readdirSync(join(rootFolder, folder), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path.replaceAll('\\', '/')}`,
    ),
  )
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
const faults = files.flatMap((file) => findLayerFaults(file, readFileSync(join(rootFolder, file), 'utf8')))
for (const fault of faults) console.error(fault)
console.log(`${files.length} files looked at, ${faults.length} imports against the rules`)
process.exitCode = faults.length > 0 ? 1 : 0
