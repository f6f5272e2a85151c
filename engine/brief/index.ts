/**
 * Briefs: what an officer chose and wrote.
 *
 * `parseBrief` reads one `.brief.yaml`, `formatBrief` writes a new one, and `editBrief` changes one that an author wrote.
 */
export { editBrief } from './edit-brief.js'
export {
  type BriefFieldKind,
  type BriefLine,
  briefFieldKinds,
  briefFields,
  briefFieldsOf,
  byField,
} from './fields.js'
export { formatBrief } from './format-brief.js'
export { narrativeOf, parameterOf } from './given.js'
export { mostOnRecipient, mostOnWatermark } from './limits.js'
export { parseBrief } from './parse-brief.js'
export { inField, startOfSection } from './places.js'
export { copyFileName, numberedCopies, readRecipients } from './recipients.js'
export type { Brief, Copy, ParameterValue } from './types.js'
