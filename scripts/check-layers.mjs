/** `npm run layers`: no file imports what its layer may not, and the table of who may has no circle. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findCircle, findLayerFaults, layers } from './layers.mjs'
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
const circle = findCircle(layers)
if (circle) faults.push(`the table of layers goes round: ${circle}`)
for (const fault of faults) console.error(fault)
console.log(`${files.length} files looked at, ${faults.length} imports against the rules`)
process.exitCode = faults.length > 0 ? 1 : 0
