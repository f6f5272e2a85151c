import { isScalar, type Node, visit } from 'yaml'
import type { Diagnostic, FilePlace } from '../base/index.js'
import { type Layer, placeAt, type YamlFile } from './yaml-file.js'

/** What stands behind a text without quotation marks and is left out of it: `#4 of the tender`. */
export interface CutText {
  /** What the text ends with. */
  kept: string
  cut: string
  at: FilePlace
}

/**
 * The comment on the line of a text, which may well be the rest of it: YAML ends a text without quotation marks before
 * ` #`. A comment beside a number, a date or a text within quotation marks is plainly one, and so is one on a line of its
 * own.
 */
export function cutText(file: YamlFile, node: Node | null | undefined): CutText | undefined {
  if (!isScalar(node) || node.type !== 'PLAIN' || typeof node.value !== 'string' || !node.range)
    return undefined
  const [, end] = node.range
  const [all, comment = ''] = /^[ \t]+(#[^\r\n]*)/.exec(file.text.slice(end)) ?? []
  if (all === undefined || /^#+\s*$/.test(comment)) return undefined
  const start = end + all.length - comment.length
  return { kept: node.value, cut: comment.trimEnd(), at: placeAt(file, start, end + all.trimEnd().length) }
}

/** How a cut text is told of, in whatever file it stands. */
export function cutTextInWords({ kept, cut }: CutText): Pick<Diagnostic, 'message' | 'hints'> {
  return {
    message: `the text ends with \`${lastOf(kept)}\`, since \`${lastOf(cut, true)}\` after a space is a comment`,
    hints: ['put the text between quotation marks', 'or the comment on a line of its own'],
  }
}

/** A warning for each text of a file that is cut off; `isText` says of a path whether text for people stands there. */
export function cutTexts(
  file: YamlFile,
  layer: Layer,
  isText: (path: readonly string[], value: string) => boolean,
): Diagnostic[] {
  const found: Diagnostic[] = []
  visit(file.root, {
    Scalar(key, node, ancestors) {
      if (key === 'key') return
      const cut = cutText(file, node)
      const path = ancestors.flatMap((one) =>
        typeof one === 'object' && one !== null && 'key' in one && isScalar(one.key)
          ? [String(one.key.value)]
          : [],
      )
      if (cut && isText(path, cut.kept))
        found.push({ severity: 'warning', code: `${layer}/cut-text`, ...cutTextInWords(cut), at: cut.at })
    },
  })
  return found
}

function lastOf(words: string, isStart = false): string {
  if (words.length <= 40) return words
  return isStart ? `${words.slice(0, 39)}…` : `…${words.slice(-39)}`
}

/** Whether a value is an id or a word of a list, which a comment may well follow. */
export function isWord(value: string): boolean {
  return /^[a-z0-9]+([-_][a-z0-9]+)*$/i.test(value) && value === value.toLowerCase()
}
