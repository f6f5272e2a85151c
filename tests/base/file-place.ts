import type { FilePlace, Place } from '../../engine/base/index.js'

/** The file and line of a place; of one that is in no file, none. */
export function filePlace(at: Place | undefined): Partial<FilePlace> {
  return at && 'file' in at ? at : {}
}
