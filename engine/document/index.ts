/**
 * The document model: what is said, in which order and in what role, as plain data.
 *
 * A leaf: whoever makes a document (`model/`) and whoever prints one (`pdf/`) reads it, and it knows neither.
 */
export * from './draft-nodes.js'
export * from './image-path.js'
export * from './inline-text.js'
export * from './nodes.js'
export * from './visit.js'
