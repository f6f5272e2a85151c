/**
 * The thread that documents are compiled on, apart from the window, the main process and the command line.
 *
 * It lives long and keeps what costs most to make again: fonts, and the workspace it read last.
 */
import { workerData } from 'node:worker_threads'
import { failure, type Outcome, success } from '../../engine/base/index.js'
import { compileBrief } from '../../engine/compile/index.js'
import type { Dossier } from '../../engine/dossier/index.js'
import type { Host } from '../../engine/host.js'
import type { RenderedPdf } from '../../engine/pdf/index.js'
import { createNodeHost } from '../files/index.js'
import { readWorkspace, type WorkspaceOnDisk } from '../workspace/index.js'
import type { RenderJob } from './render-job.js'
import type { RenderPoolOptions } from './render-pool.js'

/** The pool asks for these by name. */
export { makePack, planPack } from '../packs/index.js'
export { listTemplates, readOrder, surveyWorkspace } from '../workspace/index.js'

let kept: { key: string; workspace: Outcome<WorkspaceOnDisk> } | undefined

export default async function runJob(job: RenderJob): Promise<Outcome<RenderedPdf>> {
  if (job.dossier) return compileBrief(job.dossier, job.brief, dossierHost(job.dossier, job))
  const workspace = openWorkspace(job)
  if (!workspace.ok) return workspace
  return compileBrief(workspace.value, job.brief, hostFor(job), {
    draft: job.draft,
    protection: job.protection,
  })
}

/** The program's fonts and maps, but the pictures and the version of the document that is made again. */
function dossierHost(dossier: Dossier, job: RenderJob): Host {
  const pictures = new Map(dossier.files.map(({ path, bytes }) => [path, bytes]))
  const host = createNodeHost({ ...job, version: dossier.version })
  return {
    ...host,
    picture(path) {
      const bytes = pictures.get(path)
      if (bytes) return success(bytes)
      return failure({
        severity: 'error',
        code: 'dossier/missing',
        message: `the picture \`${path}\` is not among the attached files`,
        hints: [],
      })
    },
  }
}

let keptHost: { key: string; host: Host } | undefined

/** One host as long as jobs ask for the same: it stands for the maps and fonts that were read for it. */
function hostFor(job: RenderJob): Host {
  const key = JSON.stringify([job.dir, job.appRoot, job.today])
  if (keptHost?.key !== key) keptHost = { key, host: createNodeHost(job) }
  return keptHost.host
}

function openWorkspace(job: Pick<RenderJob, 'dir' | 'appRoot' | 'revision'>): Outcome<WorkspaceOnDisk> {
  const key = JSON.stringify([job.dir, job.appRoot, job.revision])
  if (kept?.key !== key) kept = { key, workspace: readWorkspace(job) }
  return kept.workspace
}

// Read before the first job arrives, while who asks is still putting it together.
const prepare: RenderPoolOptions['prepare'] = workerData?.prepare
if (prepare) openWorkspace(prepare)
