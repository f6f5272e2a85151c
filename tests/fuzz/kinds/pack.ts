import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeUtf8, encodeUtf8 } from '../../../engine/base/index.js'
import type { StoredFile } from '../../../engine/dossier/index.js'
import { packKindOf } from '../../../engine/pack/pack-kind.js'
import { importPack } from '../../../host/index.js'
import { planPack } from '../../../host/packs/index.js'
import { zipOf } from '../../pack/hostile-zips.js'
import { packAround, png } from '../../pack/made-packs.js'
import type { Random } from '../../small/random.js'
import type { Base } from '../corpus.js'
import { below, oneOf } from '../mutate/chance.js'
import { changeBytes } from '../mutate/change-bytes.js'
import { changeJson } from '../mutate/change-json.js'
import { changeZip } from '../mutate/change-zip.js'
import { pathsOut } from '../mutate/pieces.js'
import { putFiles } from '../sandbox.js'
import { refuseUnsound } from '../sound.js'
import type { Kind } from './kind.js'
import { changeTemplate } from './template.js'
import { changeTheme } from './theme.js'
import { endOf, openAndExport } from './workspace-kind.js'

/** A pack with a change, of its zip or of a file that is packed again with a manifest that fits: planned, imported, used. */
export const pack: Kind = {
  mayWrite: /^case\/[^/]+\/(templates|assets|replaced|exports)(\/|$)/,
  async prepare({ seed, random, base, sandbox }) {
    const dir = join(sandbox.caseFolder, base.name)
    const path = join(sandbox.caseFolder, 'given.briefpack')
    putFiles(dir, base.files)
    writeFileSync(path, changedPack(base, random))
    return async () => {
      const planned = await planPack({ path, dir, appRoot: sandbox.program })
      for (const one of planned.ok ? planned.warnings : planned.diagnostics) refuseUnsound(one)
      if (!planned.ok) return endOf(planned.diagnostics)
      const imported = importPack(planned.value, dir)
      if (!imported.ok) return endOf(imported.diagnostics)
      const used = await openAndExport(dir, true, { base, seed, sandbox })
      return used === 'exported' ? 'imported' : `imported, then ${used}`
    }
  },
}

function changedPack(base: Base, random: Random): Uint8Array {
  const files: StoredFile[] = base.files.filter(({ path }) => packKindOf(path) !== undefined)
  files.push({ path: 'assets/house/mark.png', bytes: png })
  const at = below(random, files.length)
  const withFile = (file: Partial<StoredFile>) =>
    files.map((one, index) => (index === at ? { ...one, ...file } : one))
  const chosen = files[at] as StoredFile
  const ways: (() => Uint8Array)[] = [
    () => changeZip(packAround(files), random),
    () => changeZip(packAround(files), random),
    () => zipOf(packAround(withFile({ path: oneOf(random, pathsOut) }))),
    () => zipOf(packAround(withFile({ bytes: changedFile(chosen, base, random) }))),
    () => zipOf(packAround(withFile({ bytes: changedFile(chosen, base, random) }))),
    () => {
      const [manifest, ...rest] = packAround(files)
      const text = changeJson(decodeUtf8((manifest as StoredFile).bytes), random)
      return zipOf([{ path: 'manifest.json', bytes: encodeUtf8(text) }, ...rest])
    },
  ]
  return oneOf(random, ways)()
}

function changedFile({ path, bytes }: StoredFile, base: Base, random: Random): Uint8Array {
  if (path.endsWith('.png')) return changeBytes(bytes, random)
  const others = base.files.map((file) => decodeUtf8(file.bytes))
  const change = path.endsWith('.yaml') ? changeTheme : changeTemplate
  return encodeUtf8(change(decodeUtf8(bytes), random, others))
}
