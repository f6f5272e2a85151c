import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeUtf8, encodeUtf8 } from '../../../engine/base/index.js'
import type { StoredFile } from '../../../engine/dossier/index.js'
import { manifestPath } from '../../../engine/dossier/manifest.js'
import { createNodeHost, openPdf, type RenderPool, restoreWorkspace, verifyPdf } from '../../../host/index.js'
import runJob from '../../../host/render/render-worker.js'
import { inspectWorkspace } from '../../../host/workspace/index.js'
import { honest, hostilePdf } from '../../dossier/hostile-pdf.js'
import type { Random } from '../../small/random.js'
import type { Base } from '../corpus.js'
import { below, oneOf } from '../mutate/chance.js'
import { changeJson } from '../mutate/change-json.js'
import { changePdf } from '../mutate/change-pdf.js'
import { changeText } from '../mutate/change-text.js'
import { changeYaml } from '../mutate/change-yaml.js'
import { pathsOut } from '../mutate/pieces.js'
import { refuseUnsound } from '../sound.js'
import type { Kind } from './kind.js'
import { changeTemplate } from './template.js'
import { endOf } from './workspace-kind.js'

const { digest } = createNodeHost()

/** A PDF with a change, of its bytes or of what it carries: opened, made a workspace of, and verified. */
export const pdf: Kind = {
  mayWrite: /^case\/restored(\/|$)/,
  async prepare({ random, base, sandbox, host, readPdf }) {
    const path = join(sandbox.caseFolder, 'given.pdf')
    writeFileSync(
      path,
      below(random, 2) ? changePdf(await base.pdf(host), random) : changedDossier(base, random),
    )
    const isVerified = below(random, 4) === 0
    const appRoot = sandbox.program
    const pool = { render: (job) => runJob({ ...job, appRoot }) } satisfies Pick<RenderPool, 'render'>
    return async () => {
      const opened = await openPdf(path, readPdf)
      for (const one of opened.ok ? opened.warnings : opened.diagnostics) refuseUnsound(one)
      if (!opened.ok) return endOf(opened.diagnostics)
      const restored = restoreWorkspace(opened.value.dossier, join(sandbox.caseFolder, 'restored'))
      if (!restored.ok) return endOf(restored.diagnostics)
      for (const one of inspectWorkspace({ dir: restored.value.dir, appRoot }).diagnostics) refuseUnsound(one)
      if (!isVerified) return 'opened'
      const verdict = await verifyPdf(path, { readPdf, pool: pool as RenderPool })
      if (!verdict.ok) return `opened, then ${endOf(verdict.diagnostics)}`
      return verdict.value.isIdentical ? 'opened, identical' : 'opened, differs'
    }
  },
}

function changedDossier(base: Base, random: Random): Uint8Array {
  const at = below(random, base.files.length)
  const chosen = base.files[at] as StoredFile
  const withFile = (file: Partial<StoredFile>) =>
    base.files.map((one, index) => (index === at ? { ...one, ...file } : one))
  const ways: (() => StoredFile[])[] = [
    () => withManifest(withFile({ bytes: changedFile(chosen, base, random) })),
    () => withManifest(withFile({ bytes: changedFile(chosen, base, random) })),
    () => withManifest(withFile({ path: oneOf(random, pathsOut) })),
    () =>
      withManifest([
        ...base.files,
        { ...chosen, path: oneOf(random, [chosen.path, chosen.path.toUpperCase(), 'assets/x.png']) },
      ]),
    () => withManifest(base.files.toSpliced(at, 1)),
    () => withManifest(base.files, (text) => changeJson(text, random)),
  ]
  return hostilePdf(oneOf(random, ways)().map(({ path, bytes }) => honest(path, Buffer.from(bytes))))
}

function changedFile({ path, bytes }: StoredFile, base: Base, random: Random): Uint8Array {
  const others = base.files.map((file) => decodeUtf8(file.bytes))
  const change = path.endsWith('.hbs') ? changeTemplate : oneOf(random, [changeYaml, changeYaml, changeText])
  return encodeUtf8(change(decodeUtf8(bytes), random, others))
}

/** With the manifest that fits them, as whoever makes a dossier by hand can write it. */
function withManifest(files: readonly StoredFile[], edit = (text: string) => text): StoredFile[] {
  const manifest = {
    format: 'briefwright-dossier/1',
    program: { name: 'Briefwright', version: '0.1.0' },
    ...{ template: 'tiny', language: 'en', issued: '2041-06-30' },
    files: files.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: digest(bytes) })),
  }
  return [...files, { path: manifestPath, bytes: encodeUtf8(edit(JSON.stringify(manifest))) }]
}
