/** `npm run licences`: writes `THIRD-PARTY-LICENSES.md` from the lock file. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeLicences } from './licences.mjs'
import { rootFolder } from './root-folder.mjs'

writeFileSync(join(rootFolder, 'THIRD-PARTY-LICENSES.md'), describeLicences())
