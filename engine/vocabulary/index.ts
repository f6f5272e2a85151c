/**
 * The closed lists of words that a casebook, a template and a document share: statuses, bounds, units, evidence rules,
 * sheets of paper and what a locked PDF allows.
 */
export * from './bounds.js'
export * from './evidence-rules.js'
export * from './page-sizes.js'
export * from './permissions.js'
export * from './statuses.js'
export * from './units.js'
