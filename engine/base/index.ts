/**
 * What every stage stands on: diagnostics and places, texts as they come from files, exact decimals, lengths, which letters
 * there are, near names, what is remembered. Each file is small and knows no other folder.
 */
export { withoutByteOrderMark } from './byte-order-mark.js'
export * from './decimal.js'
export * from './diagnostic.js'
export { fewFaults } from './few-faults.js'
export { inShort } from './in-short.js'
export * from './inkless.js'
export * from './lengths.js'
export * from './letter-ranges.js'
export * from './nearest.js'
export * from './place.js'
export * from './remembered.js'
export * from './safe-path.js'
export { shortened } from './shortened.js'
export type { SourceFile } from './source-file.js'
export * from './utf8.js'
