import { type Diagnostic, type FilePlace, type Outcome, type Place, success } from '../base/index.js'
import type { RenderedPdf } from '../pdf/index.js'

/** What came of a document, with every place in it as `placed` gives it. */
export function withPlaces(
  made: Outcome<RenderedPdf>,
  placed: <P extends Place>(place: P) => P | FilePlace,
): Outcome<RenderedPdf> {
  const all = (diagnostics: Diagnostic[]) =>
    diagnostics.map((one) => (one.at ? { ...one, at: placed(one.at) } : one))
  if (!made.ok) return { ok: false, diagnostics: all(made.diagnostics) }
  const { value, warnings } = made
  const pageMap = value.pageMap.map((entry) => ({ ...entry, from: placed(entry.from) }))
  return success({ ...value, pageMap, faults: all(value.faults) }, all(warnings))
}
