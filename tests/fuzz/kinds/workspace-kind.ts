import { join } from 'node:path'
import {
  type Diagnostic,
  decodeUtf8,
  diagnosticsOf,
  encodeUtf8,
  inShort,
} from '../../../engine/base/index.js'
import type { Brief } from '../../../engine/brief/types.js'
import type { Casebook } from '../../../engine/casebook/index.js'
import { briefIn, casebookIn, casebookOf, checkWorkspace } from '../../../engine/check/index.js'
import { compileBrief } from '../../../engine/compile/index.js'
import type { StoredFile } from '../../../engine/dossier/index.js'
import { atlasOf } from '../../../engine/figures/index.js'
import type { Host } from '../../../engine/host.js'
import { buildModel } from '../../../engine/model/index.js'
import { templateOf } from '../../../engine/template/index.js'
import type { TemplateLibrary } from '../../../engine/template/types.js'
import { exportFile, readTextFile } from '../../../host/index.js'
import runJob from '../../../host/render/render-worker.js'
import { inspectWorkspace } from '../../../host/workspace/index.js'
import type { Random } from '../../small/random.js'
import { type Texts, textsOf } from '../corpus.js'
import { below, oneOf } from '../mutate/chance.js'
import { putFiles } from '../sandbox.js'
import { refuseUnsound } from '../sound.js'
import type { End, Kind, Material } from './kind.js'

export type ChangeFile = (text: string, random: Random, others: readonly string[]) => string

/**
 * A text file of a workspace, changed: checked, and made a document of, as the window does at every pause. Some of them
 * are read from a folder, exported whole and written.
 */
export function workspaceKind(folder: string, ending: string, change: ChangeFile): Kind {
  return {
    mayWrite: /^case\/[^/]+\/exports(\/|$)/,
    async prepare(material) {
      const { random, base, others, sandbox } = material
      const own = base.files.filter(({ path }) => path.startsWith(folder) && path.endsWith(ending))
      const chosen = oneOf(random, own)
      let text = decodeUtf8(chosen.bytes)
      for (let changes = 1 + (below(random, 3) ? 0 : below(random, 5)); changes > 0; changes -= 1)
        text = change(text, random, others)
      const changed = { ...chosen, bytes: encodeUtf8(text) }
      const files = base.files.map((file) => (file === chosen ? changed : file))
      // A theme shows in nothing else than pages.
      const isDrawn = folder === 'templates/themes/' || below(random, 5) === 0
      if (below(random, 32) > 0) {
        // A casebook that is as it was is the one that was read before.
        const texts = folder === 'briefs/' ? base.texts : withUnchanged(textsOf(files), base.texts)
        return () => checkAndRender(texts, files, { ...material, isDrawn })
      }
      const dir = join(sandbox.caseFolder, base.name)
      putFiles(dir, files)
      return () => openAndExport(dir, false, material)
    },
  }
}

function withUnchanged(texts: Texts, before: Texts): Texts {
  const isSame = texts.casebook.every(({ text }, index) => text === before.casebook[index]?.text)
  return isSame ? { ...texts, casebook: before.casebook } : texts
}

async function checkAndRender(
  texts: Texts,
  files: readonly StoredFile[],
  { base, host, isDrawn }: Material & { isDrawn: boolean },
): Promise<End> {
  const { path, bytes } = files.find((file) => file.path === base.brief) as StoredFile
  const file = { path, text: decodeUtf8(bytes) }
  for (const one of checkWorkspace(texts, [file])) refuseUnsound(one)
  const brief = briefIn(file)
  if (!brief.ok) return endOf(brief.diagnostics)
  const casebook = casebookOf(texts)
  if (!casebook) return endOf(diagnosticsOf(casebookIn(texts.casebook)))
  // The window asks for the page whatever the check says.
  const { library } = texts
  if (!isDrawn) return build(brief.value, casebook, library, host)
  const workspace = { casebook, sources: texts.casebook, library }
  const made = await compileBrief(workspace, brief.value, host, { draft: true })
  for (const one of made.ok ? made.warnings : made.diagnostics) refuseUnsound(one)
  return made.ok ? 'rendered' : endOf(made.diagnostics)
}

/** Up to the document as data, without its pages: which takes a fifth of the time and finds most. */
function build(brief: Brief, casebook: Casebook, library: TemplateLibrary, host: Host): End {
  const template = templateOf(brief, library)
  if (!template.ok) return endOf(template.diagnostics)
  const input = { casebook, library, template: template.value, brief, today: host.today() }
  const model = buildModel({ ...input, atlas: () => atlasOf(host), onUse: () => undefined })
  for (const one of diagnosticsOf(model)) refuseUnsound(inShort(one))
  return model.ok ? 'built' : endOf(model.diagnostics)
}

/** Checks a workspace, makes the document of its brief and writes it beside. */
export async function openAndExport(
  dir: string,
  isDraft: boolean,
  { base, seed, sandbox }: Pick<Material, 'base' | 'seed' | 'sandbox'>,
): Promise<End> {
  const place = { dir, appRoot: sandbox.program }
  for (const one of inspectWorkspace(place).diagnostics) refuseUnsound(one)
  const file = readTextFile(join(dir, base.brief), base.brief)
  const brief = file.ok ? briefIn(file.value) : file
  if (!brief.ok) return endOf(brief.diagnostics)
  const job = { ...place, brief: brief.value, revision: seed, draft: isDraft, today: '2041-07-02' }
  const made = await runJob(job)
  for (const one of made.ok ? made.warnings : made.diagnostics) refuseUnsound(one)
  if (!made.ok) return endOf(made.diagnostics)
  const written = await exportFile(join(dir, 'exports', 'x.pdf'), made.value.bytes)
  return written.ok ? 'exported' : endOf(written.diagnostics)
}

export function endOf(diagnostics: readonly Pick<Diagnostic, 'code' | 'severity'>[]): End {
  const first = diagnostics.find(({ severity }) => severity === 'error')
  if (!first) throw new Error('a failure without an error')
  return first.code
}
