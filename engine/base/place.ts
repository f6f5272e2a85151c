/**
 * Where something stands: in a file, or in one of the texts and fields that an author knows by another name.
 *
 * The stages say which section, parameter or field they mean, and know no file of it: a brief that is open in the window
 * has none that is up to date. `locate` in `engine/check/` puts a place on the lines of the file that is there.
 */

/** A stretch of a text. `line` and `column` count from 1. */
export interface Stretch {
  line: number
  column: number
  endLine?: number
  endColumn?: number
}

/** Path as the author knows it: relative to the workspace, with `/`. */
interface InFile {
  file: string
}

/** Id of a narrative section, whose lines are those of its own Markdown. */
interface InSection {
  section: string
}

/** Id of a passage of the casebook, whose lines are those of its own text. */
interface InPassage {
  passage: string
}

/** Which text something is written in. */
export type TextOrigin = InFile | InSection | InPassage

export type FilePlace = InFile & Stretch
export type SectionPlace = InSection & Stretch
export type PassagePlace = InPassage & Stretch

/** A file as a whole: it cannot be read, say, or is a folder. */
export interface WholeFile extends InFile {
  line?: undefined
  column?: undefined
}

/** Name of a template's parameter, as a brief gives it. */
export interface ParameterPlace {
  parameter: string
}

/** Name of a field of a brief. */
export interface FieldPlace {
  field: string
}

/** Told apart by what they name. */
export type Place = WholeFile | FilePlace | SectionPlace | PassagePlace | ParameterPlace | FieldPlace

export type TextPlace = Extract<Place, Stretch>

/** The beginning of a file, for what is wrong with the whole of it. */
export function startOf(file: string): FilePlace {
  return { file, line: 1, column: 1 }
}

/** The place of `offset` in `text`, which begins on `firstLine` of `origin`. */
export function placeInText<T extends TextOrigin>(
  origin: T,
  text: string,
  offset: number,
  firstLine = 1,
): T & Stretch {
  const before = text.slice(0, offset).split('\n')
  return { ...origin, line: firstLine + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** The origin alone of what has more to it. */
export function originOf(text: TextOrigin): TextOrigin {
  if ('file' in text) return { file: text.file }
  return 'section' in text ? { section: text.section } : { passage: text.passage }
}

/** The same for places that begin at the same spot, and for no others. */
export function placeKey(place: Place): string {
  if ('parameter' in place) return `parameter:${place.parameter}`
  if ('field' in place) return `field:${place.field}`
  const { line, column } = place
  if ('file' in place) return `${place.file}:${line}:${column}`
  return 'section' in place
    ? `section:${place.section}:${line}:${column}`
    : `passage:${place.passage}:${line}:${column}`
}
