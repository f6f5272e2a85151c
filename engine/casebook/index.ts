/**
 * The casebook: sourced facts, read from YAML.
 *
 * `parseCasebook` takes the files of a workspace's `casebook/` folder and gives a `Casebook`, or every fault of
 * every file with its place. In what it gives, every reference resolves, every claim that is not `unknown` has a
 * source, every unit is of the closed list, and every text by language has all languages of the casebook.
 */

export { endsOfValue, figureOf, percentOf } from './figure-of.js'
export { findAnywhere, findRecord } from './find-record.js'
export { asDiagnostic, type Finding, type RecordField } from './finding.js'
export { kebab } from './kebab.js'
export { firstDay, knownOn } from './known-on.js'
export { parseCasebook } from './parse-casebook.js'
export { allRecords, claimsIn, keyOfRecord } from './records.js'
export * from './types.js'
