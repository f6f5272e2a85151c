import type { Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { remembered } from '../../base/index.js'
import { findTangle } from './find-tangle.js'

/**
 * CommonMark with tables and directives, less indented code: a template indents what stands inside `{{#if}}`, and does
 * not mean code by it.
 */
function withoutIndentedCode(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: object[] }
  data.micromarkExtensions ??= []
  data.micromarkExtensions.push({ disable: { null: ['codeIndented'] } })
}

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .use(withoutIndentedCode as never)
  .freeze()

const lineParser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .use(onlyLines as never)
  .freeze()

/** Everything that makes a block out of a line: in a cell `3. x` is text, and so is `# x`. */
function onlyLines(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: { flow?: Record<number, unknown>; disable?: object }[] }
  // Directives of a whole line; their constructs have no names to disable them by.
  const colon = 58
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) =>
    extension.flow?.[colon] ? { ...extension, flow: {} } : extension,
  )
  data.micromarkExtensions.push({
    disable: {
      null: [
        'blockQuote',
        'codeFenced',
        'codeIndented',
        'definition',
        'gfmFootnoteDefinition',
        'headingAtx',
        'htmlFlow',
        'list',
        'setextUnderline',
        'table',
        'thematicBreak',
      ],
    },
  })
}

/**
 * Trees of texts, as long as those have at most so many characters in all. The document is made once more for its
 * dossier, and over and over while an author writes, mostly of the same texts.
 */
const mostLetters = 500_000
const trees = remembered<Root>(mostLetters, (text) => text.length)
const lineTrees = remembered<Root>(mostLetters, (text) => text.length)

/** Nobody writes on the tree: it may be given again. */
export function parseMarkdown(text: string): Readonly<Root> {
  return trees(text, () => treeOf(text, parser))
}

/** A text of one paragraph or several, for places that hold no other blocks. Nobody writes on the tree. */
export function parseLines(text: string): Readonly<Root> {
  return lineTrees(text, () => treeOf(text, lineParser))
}

/** Why a text was not read: it nests deeper than the parser can follow, or holds too many signs to be paired. */
export type Refusal = 'deep' | 'tangled'

const refused = new WeakMap<Readonly<Root>, Refusal>()

/** Why a tree is empty, where its text was not read; see `isTooMuch`. */
export function refusalOf(root: Readonly<Root>): Refusal | undefined {
  return refused.get(root)
}

/** An empty tree, which lies at the line of the text that is at fault. */
function refuse(why: Refusal, line: number): Root {
  const start = { line, column: 1 }
  const root: Root = { type: 'root', children: [], position: { start, end: start } }
  refused.set(root, why)
  return root
}

function treeOf(text: string, of: { parse(text: string): unknown }): Root {
  const tangle = findTangle(text)
  if (tangle !== undefined) return refuse('tangled', tangle)
  try {
    return of.parse(text) as Root
  } catch (error) {
    // It goes through what it made by calls within calls, and has no way to be told how deep.
    if (error instanceof RangeError) return refuse('deep', 1)
    throw error
  }
}
