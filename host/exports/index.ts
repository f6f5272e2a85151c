/** Documents that go out: numbered copies for those who receive them, and passwords. */
export { type CopiesMade, type MadeCopy, makeCopies } from './make-copies.js'
export { makeProtection } from './make-protection.js'
