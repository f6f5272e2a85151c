import type * as mdast from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import type { TextPlace } from '../../base/index.js'
import { nearest } from '../../base/index.js'
import type { Block, DraftBlock, Paragraph } from '../../document/index.js'
import { type BlockContext, originOf, refuse } from './block-context.js'
import { withStyle } from './place-insert.js'
import { readNodes } from './read-blocks.js'
import { readLine } from './read-line.js'

interface Directive {
  node: ContainerDirective | LeafDirective
  context: BlockContext
  attributes: Record<string, string | null | undefined>
  blocks: DraftBlock[]
  from: TextPlace
}

type ReadDirective = (directive: Directive) => DraftBlock[]

/** `:::callout{kind=note}` and the like, or `::pageBreak` where there is nothing in it. */
export function readDirective(node: ContainerDirective | LeafDirective, context: BlockContext): DraftBlock[] {
  const read = directives.get(node.name)
  if (!read) {
    const names = [...directives.keys()]
    const guess = nearest(node.name, names)
    const hints = guess ? [`did you mean \`${guess}\`?`] : [`there are: ${names.join(', ')}`]
    refuse(node, `no directive \`${node.name}\``, hints, context, `:${node.name}`)
    return []
  }
  const isContainer = node.type === 'containerDirective'
  refuseRest(node, context)
  return read({
    node,
    context,
    attributes: node.attributes ?? {},
    blocks: isContainer ? readNodes(node.children as mdast.RootContent[], context) : [],
    from: originOf(node, context).from ?? context.locate(`:::${node.name}`),
  })
}

/** What each directive takes in its braces; the others take nothing. */
const attributeNames: Readonly<Record<string, readonly string[]>> = {
  callout: ['kind', 'title'],
  columns: ['count'],
  appendix: ['title', 'id'],
}

/** Refuses what a directive has no place for, which would be lost. */
function refuseRest(node: ContainerDirective | LeafDirective, context: BlockContext): void {
  const known = Object.hasOwn(attributeNames, node.name) ? (attributeNames[node.name] ?? []) : []
  for (const name of Object.keys(node.attributes ?? {})) {
    if (known.includes(name)) continue
    const guess = nearest(name, known)
    const all = known.length > 0 ? [`it takes: ${known.join(', ')}`] : ['it takes nothing in braces']
    const hints = guess ? [`did you mean \`${guess}\`?`] : all
    refuse(node, `the directive \`${node.name}\` has no \`${name}\``, hints, context, `:${node.name}`)
  }
  const isEmpty = node.children.length === 0
  const first = node.children[0] as { data?: { directiveLabel?: boolean } } | undefined
  const hasLabel = node.type === 'leafDirective' ? !isEmpty : first?.data?.directiveLabel === true
  if (hasLabel)
    refuse(
      node,
      `found text in brackets after \`:${node.name}\`, where none belongs`,
      [known.includes('title') ? 'give it as `{title="…"}`' : 'write it as text of its own'],
      context,
      `:${node.name}`,
    )
  else if (node.name === 'pageBreak' && !isEmpty)
    refuse(node, 'a page break holds no text', ['write `::pageBreak` before it'], context, ':::pageBreak')
}

/** How each kind of block is read from a directive of its name; `undefined` where Markdown has no such directive. */
const blockDirectives = {
  callout: readCallout,
  columns: readColumns,
  keepTogether: ({ blocks, from }) => [{ type: 'keepTogether', blocks, from }],
  landscape: ({ blocks, from }) => [{ type: 'landscape', blocks, from }],
  appendix: readAppendix,
  pageBreak: ({ from }) => [{ type: 'pageBreak', from }],
  masthead: undefined,
  heading: undefined,
  paragraph: undefined,
  list: undefined,
  table: undefined,
  quote: undefined,
  rule: undefined,
  sourceList: undefined,
  statusKey: undefined,
  fields: undefined,
  figure: undefined,
  image: undefined,
  contents: undefined,
  figureList: undefined,
  glossary: undefined,
} satisfies Record<Block['type'], ReadDirective | undefined>

const styleDirectives = {
  lead: ({ blocks }) => withStyle(blocks, 'lead'),
  small: ({ blocks }) => withStyle(blocks, 'small'),
  centred: ({ blocks }) => withStyle(blocks, 'centred'),
} satisfies Record<NonNullable<Paragraph['style']>, ReadDirective>

const directives: ReadonlyMap<string, ReadDirective> = new Map(
  Object.entries({ ...blockDirectives, ...styleDirectives }).flatMap(([name, read]) =>
    read ? [[name, read] as const] : [],
  ),
)

function readCallout({ node, context, attributes, blocks, from }: Directive): DraftBlock[] {
  const kind = attributes.kind ?? 'note'
  if (kind !== 'summary' && kind !== 'note' && kind !== 'caution') {
    const message = `found the kind \`${kind}\`, expected \`summary\`, \`note\` or \`caution\``
    refuse(node, message, [], context, `kind=${kind}`)
    return []
  }
  const title = attributes.title ? readLine([{ type: 'text', value: attributes.title }], context) : undefined
  return [{ type: 'callout', kind, title, blocks, from }]
}

function readColumns({ node, context, attributes, blocks, from }: Directive): DraftBlock[] {
  const count = Number(attributes.count ?? 2)
  if (count !== 1 && count !== 2 && count !== 3) {
    refuse(node, `found \`${attributes.count}\` columns, expected 1, 2 or 3`, [], context, ':::columns')
    return []
  }
  return [{ type: 'columns', count, blocks, from }]
}

function readAppendix({ context, attributes, blocks, from }: Directive): DraftBlock[] {
  const title = readLine([{ type: 'text', value: attributes.title ?? '' }], context)
  return [{ type: 'appendix', id: attributes.id ?? undefined, title, blocks, from }]
}
