import { type Helper, helpers } from '../../../engine/template/index.js'
import { howTextIsSet } from './how-text-is-set.js'
import { whatAlwaysHolds } from './what-always-holds.js'

type Kind = NonNullable<NonNullable<Helper['params']>[number]>

const chapters: [title: string, text: string, names: string[]][] = [
  [
    'Writing a value',
    'A claim keeps its unit, its citation and its status mark on the way through all of them.',
    'show number money percent quantity date list cite status t plural upper capital abbr'.split(' '),
  ],
  [
    'Choosing, ordering and counting records',
    'They give values to other tags: `{{list (where risks category="execution")}}`.',
    'where having naming together sortBy groupBy first latest between lookup record count sum'.split(' '),
  ],
  [
    'What changed, and which fields there are',
    'For templates that serve any casebook: they name no field themselves.',
    'changes daysBefore terms fieldsWith fieldLabel'.split(' '),
  ],
  ['Conditions', 'For `{{#if (…)}}`.', 'eq ne lt lte gt gte and or not in'.split(' ')],
  [
    'Blocks of Handlebars',
    '`{{else}}` and `{{else if …}}` stand where they do in Handlebars.',
    'if unless each with'.split(' '),
  ],
  [
    'Structure',
    'Each tag stands on a line of its own, outside lists and tables.',
    'narrative passage section callout aside columns keepTogether landscape appendix pageBreak lead small centred image'.split(
      ' ',
    ),
  ],
  ['Tables', 'A table with a caption is numbered.', 'table column termsTable captioned statTable'.split(' ')],
  [
    'Figures',
    'Drawn from records, each with words and a table for who cannot see it.',
    'sankey routeMap riskMatrix timeline barChart ownership'.split(' '),
  ],
  [
    'The document about itself',
    'What they list may stand before or after them.',
    'masthead fields toc listOfFigures listOfTables ref statusKey glossary sources'.split(' '),
  ],
]

const words: Record<Exclude<Kind, readonly string[]>, string> = {
  number: 'a number',
  flag: '`true` or `false`',
  record: 'one record',
  records: 'a list of records',
  list: 'a list',
  field: 'the name of a field, between quotation marks',
  fields: 'names of fields, set apart by commas',
  unit: 'a unit, as the casebook writes it: `"kt"`',
  date: 'a date: `"2026"`, `"2026-02"` or `"2026-02-03"`',
  collection: 'the name of a collection',
  section: 'the id of a section of the template',
  phrase: 'a phrase that the program knows',
  share: 'a share of the width: `"50%"`',
  shares: 'a share for each column: `"2, 1, 1"`',
  alignments: 'for each column `left`, `right`, `centre` or `decimal`',
}

/** The page about all helpers, made from their own definitions (T13). */
export function referencePage(): string {
  const told = new Set(chapters.flatMap(([, , names]) => names))
  const rest = [...helpers.keys()].filter((name) => !told.has(name))
  const all: typeof chapters =
    rest.length > 0
      ? [...chapters, ['Further helpers', 'For templates that compare and gather.', rest]]
      : chapters
  const lines = [
    '# Helpers of the template language',
    '',
    'Made from the helpers’ own definitions: `UPDATE=1 npx vitest run tests/template/helpers/reference.test.ts` writes it anew.',
    'How a template is put together stands in [Writing templates](templates.md).',
  ]
  for (const [title, text, names] of all) {
    lines.push('', `## ${title}`, '', text)
    for (const name of names) {
      const helper = helpers.get(name)
      if (!helper) throw new Error(`the reference tells of \`${name}\`, which is no helper`)
      lines.push('', ...entry(helper))
    }
  }
  lines.push('', ...whatAlwaysHolds, '', ...howTextIsSet)
  return `${lines.join('\n')}\n`
}

function entry(helper: Helper): string[] {
  const uses = helper.signature.split(' | ').map((use) => `{{${use}}}`)
  const told = argumentsOf(helper)
  return [
    `### ${helper.name}`,
    '',
    '```handlebars',
    ...uses,
    '```',
    '',
    helper.docs,
    ...(told.length > 0 ? ['', '| argument | what it is |', '| --- | --- |', ...told] : []),
  ]
}

function argumentsOf({ takes: [least, most], params = [], rest, named, kinds = {} }: Helper): string[] {
  const places = ['first', 'second', 'third', 'fourth']
  const rows = params.flatMap((kind, index) => {
    if (!kind || index >= most) return []
    return [`| ${places[index]} value${index >= least ? ', may be left out' : ''} | ${wordsFor(kind)} |`]
  })
  if (rest) rows.push(`| each value | ${wordsFor(rest)} |`)
  for (const name of named) {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
    if (name === '*')
      rows.push(`| any name with \`=\` | ${kind ? 'the name is that of a field' : 'anything'} |`)
    else rows.push(`| \`${name}=\` | ${kind ? wordsFor(kind) : 'text or a value'} |`)
  }
  return rows
}

function wordsFor(kind: Kind): string {
  return typeof kind === 'string' ? words[kind] : kind.map((word) => `\`${word}\``).join(' or ')
}
