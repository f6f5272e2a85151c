/**
 * What a running template reads, and how it writes: values as marks in Markdown, with notes of what it took.
 *
 * `RunInput` is what it reads; `RunLog` is what it has written, so that a stretch of text can be tried and left out.
 */
export { lookUpField } from './look-up-field.js'
export {
  type Insert,
  type MarkedText,
  markPlace,
  piecesOf,
  placeIn,
  withoutMarks,
  withoutPlaces,
} from './marked-text.js'
export {
  capitalised,
  nameOf,
  type PrintStyle,
  printList,
  printText,
  printValue,
  statusMark,
  statusMarks,
} from './print-value.js'
export { inlinesAt, isSpelledOut, keepLog, narrativeIn, openLog, type RunLog } from './run-log.js'
export {
  citationOf,
  insertBlock,
  insertInlines,
  LimitReached,
  noteUse,
  type OpenCell,
  type Prose,
  recordKey,
  report,
  reportError,
  type TemplateRun,
  takeStep,
  takeText,
} from './template-run.js'
