import { failure, type Outcome, success } from '../base/index.js'
import type { Brief } from '../brief/types.js'
import { type Casebook, keyOfRecord } from '../casebook/index.js'
import { locatePassage } from '../check/index.js'
import { atlasOf } from '../figures/index.js'
import type { Host } from '../host.js'
import { buildModel } from '../model/index.js'
import { type RenderedPdf, renderPdf, warningsOf } from '../pdf/index.js'
import type { RedactedWorkspace } from '../redaction/index.js'
import { templateOf } from '../template/index.js'
import { placeOfLetter } from './place-of-letter.js'
import { planDossier } from './plan-dossier.js'
import { themeOf } from './theme-of.js'
import type { CompileOptions, Workspace } from './types.js'
import { withPlaces } from './with-places.js'

export interface PdfOrder {
  workspace: Workspace
  brief: Brief
  host: Host
  options: CompileOptions
  /** Says what of the records may not go; for a redacted document, whose workspace is the redacted one. */
  redacted?: RedactedWorkspace
}

/** Runs the stages one after the other. What stands in a passage of the casebook is put on the lines of its file. */
export async function makePdf(order: PdfOrder): Promise<Outcome<RenderedPdf>> {
  const { sources } = order.workspace
  const { language } = order.brief
  return withPlaces(await runStages(order), (place) =>
    'passage' in place ? locatePassage(place, sources, language) : place,
  )
}

async function runStages({
  workspace,
  brief,
  host,
  options,
  redacted,
}: PdfOrder): Promise<Outcome<RenderedPdf>> {
  const { casebook, library } = workspace
  const template = templateOf(brief, library)
  if (!template.ok) return template

  const used = new Set<string>()
  const input = { library, template: template.value, brief, today: host.today(), atlas: () => atlasOf(host) }
  const model = buildModel({ ...input, casebook, onUse: (record) => used.add(keyOfRecord(record)) })
  // Before what the model lacks: that may be no more than what follows from it.
  const left = redacted?.checkRecords(used) ?? []
  if (left.some(({ severity }) => severity === 'error')) return failure(...left)
  if (!model.ok) return model

  const theme = themeOf(model.value, brief, template.value, library)
  if (!theme.ok) return theme

  const dossier = planDossier({
    ...{ workspace, brief, host, options, redacted, used, left },
    ...{ template: template.value, theme: theme.value.file, model: model.value },
    build: (part: Casebook) => buildModel({ ...input, casebook: part }),
  })
  if (!dossier.ok) return dossier

  const { draft, protection } = options
  const rendered = await renderPdf(model.value, theme.value.theme, host, {
    ...{ draft, protection },
    attachments: dossier.value,
    placeOf: placeOfLetter(workspace, brief),
  })
  if (!rendered.ok) return rendered
  return success(rendered.value, [
    ...template.warnings,
    ...model.warnings,
    ...theme.warnings,
    ...dossier.warnings,
    ...rendered.warnings,
    ...(protection ? warningsOf(protection) : []),
  ])
}
