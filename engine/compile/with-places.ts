import { type Diagnostic, type FilePlace, inShort, type Outcome, type Place, success } from '../base/index.js'
import type { RenderedPdf } from '../pdf/index.js'

/** What came of a document, as it is told, with every place in it as `placed` gives it. */
export function withPlaces(
  made: Outcome<RenderedPdf>,
  placed: <P extends Place>(place: P) => P | FilePlace,
): Outcome<RenderedPdf> {
  const all = (diagnostics: Diagnostic[]) =>
    diagnostics.map((one) => inShort(one.at ? { ...one, at: placed(one.at) } : one))
  if (!made.ok) return { ok: false, diagnostics: all(made.diagnostics) }
  const { value, warnings } = made
  const pageMap = value.pageMap.map((entry) => ({ ...entry, from: placed(entry.from) }))
  return success({ ...value, pageMap, faults: all(value.faults) }, all(warnings))
}
