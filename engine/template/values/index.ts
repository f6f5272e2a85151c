/**
 * What an expression of a template stands for: `Value` while it runs, `ValueShape` as far as it is known before.
 */
export {
  type ClaimPart,
  claimParts,
  isBackReference,
  isClaimPart,
  namesOfRecord,
  referringCollections,
} from './record-names.js'
export { isThing, isTruthy, recordsIn, recordValue, type Scope, type Value } from './value.js'
export {
  any,
  fieldShape,
  itemOf,
  keyOfShape,
  leaf,
  listOf,
  nameShape,
  namesInReach,
  partsOfList,
  shapesInReach,
  topLevel,
  type ValueShape,
} from './value-shape.js'
