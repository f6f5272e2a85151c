/** What two versions of a text have in common, and what only one of them has. */
export { type ComparedStretch, compareWords } from './compare-words.js'
