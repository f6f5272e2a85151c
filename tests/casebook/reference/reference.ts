import { type CollectionName, collectionNames } from '../../../engine/casebook/index.js'
import { coreFields, recordFields } from '../../../engine/casebook/schema.js'
import type { FieldDefinition } from '../../../engine/casebook/types.js'
import { statusLabels } from '../../../engine/locale/index.js'
import { bounds, dimensionOf, evidenceRules, statuses, units } from '../../../engine/vocabulary/index.js'
import { printedClaims, shownParts, shownValues } from './shown-claims.js'
import { purposeOf, shownOf } from './starter.js'
import {
  boundMeanings,
  claimWords,
  fieldWords,
  headerWords,
  kindWords,
  recordWords,
  requiredOfClaim,
  statusWords,
} from './words.js'

/** The page about casebooks: its tables made from the schema and the closed lists, its records from the starter. */
export function referencePage(): string {
  const lines = [
    ...opening,
    ...yaml(shownOf('casebook/casebook.yaml')),
    ...fieldsOfHeader(),
    ...collections(),
    ...claims(),
    ...values(),
    ...statusesAndBounds(),
    ...unitTable(),
    ...datesAndTexts,
    ...evidence(),
    ...inAnEditor,
  ]
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`
}

const opening = `# Writing a casebook

Made from the program’s own tables and the starter’s files:
\`UPDATE=1 npx vitest run tests/casebook/reference/reference.test.ts\` writes it anew.

A casebook is a folder of YAML files: \`casebook.yaml\`, and one file for each collection of records. A collection without
a file is empty. Begin one of your own with the records that are shown here:

    briefwright new workspace "My workspace" --empty

They are made up, and are there to be written over. \`briefwright check --workspace "My workspace"\` says what does not fit
together, with file, line and what to try; the window says the same under *Problems* as soon as a file is saved.

## casebook.yaml

What holds for the casebook as a whole.
`.split('\n')

function fieldsOfHeader(): string[] {
  const required = ['title', 'description', 'languages', 'asOf']
  return table(
    ['field', 'what it is', ''],
    Object.entries(headerWords).map(([name, words]) => [
      code(name),
      words,
      required.includes(name) ? 'required' : '',
    ]),
  )
}

function collections(): string[] {
  return [
    '## Collections',
    '',
    'Each file is a list of records. Every record may have, beside the fields of its collection:',
    ...table(
      ['field', 'what it is', ''],
      recordFields.map((name) => [code(name), recordWords[name] ?? '', name === 'id' ? 'required' : '']),
    ),
    'and the claims that `casebook.yaml` declares for the collection under `claims`. A declared name begins with a small',
    'letter and is made of letters and digits: `firstShipment`.',
    '',
    ...collectionNames.flatMap(collection),
  ]
}

function collection(name: CollectionName): string[] {
  return [
    `### ${name}`,
    '',
    purposeOf(`casebook/${name}.yaml`),
    ...table(
      ['field', 'written as', 'what it is', ''],
      coreFields[name].map((field) => [
        code(field.name),
        writtenAs(field),
        fieldWords[name][field.name] ?? '',
        field.required ? 'required' : '',
      ]),
    ),
    ...yaml(shownOf(`casebook/${name}.yaml`)),
  ]
}

function writtenAs({ kind, collection: into }: FieldDefinition): string {
  if (into === undefined) return kindWords[kind]
  return `${kindWords[kind]} ${into === 'any' ? 'of any collection' : `in \`${into}\``}`
}

function claims(): string[] {
  return [
    '## Claims',
    '',
    'A claim is a value with its provenance. It is printed with its unit, its sources and the mark of its status,',
    'which stands here in words.',
    ...table(
      ['part', 'what it is', ''],
      Object.entries(claimWords).map(([name, words]) => [
        code(name),
        words,
        requiredOfClaim.includes(name) ? 'required' : '',
      ]),
    ),
    ...shown(['part', 'written', 'printed'], shownParts),
  ]
}

function values(): string[] {
  return [
    '## Values',
    '',
    'What kind of value it is follows from how it is written. A figure keeps the digits that you write: 4.60 stays 4.60.',
    ...shown(['value', 'written', 'printed'], shownValues),
  ]
}

function shown(head: string[], rows: [string, string][]): string[] {
  const out = printedClaims(
    rows.map(([, claim]) => claim),
    'en',
  )
  return table(
    head,
    rows.map(([what, claim], index) => [what, code(claim), asHtml(out[index] ?? '')]),
  )
}

/** Citations as they stand on the page, and the mark of the status in words a space away. */
function asHtml(shown: string): string {
  const labels = statuses.map((one) => statusLabels[one].en).join('|')
  return shown.replace(/\[(\d+)\]/g, '<sup>$1</sup>').replace(new RegExp(`\\((${labels})\\)$`), ' ($1)')
}

function statusesAndBounds(): string[] {
  return [
    '## Statuses',
    ...table(
      ['status', 'what it says', 'in words'],
      statuses.map((one) => [
        code(one),
        statusWords[one],
        `${statusLabels[one].en}, ${statusLabels[one].fr}`,
      ]),
    ),
    '## Bounds',
    ...table(
      ['bound', 'what it says', 'printed'],
      bounds.map((one, index) => [code(one), boundMeanings[one], bounded[index] ?? '']),
    ),
  ]
}

const bare = 'cite=false status=false'
const bounded = both(
  bounds.map((bound) => `{ value: 12, unit: km, bound: ${bound}, status: reported, sources: [bank-notice] }`),
)

function unitTable(): string[] {
  const printedUnits = both(
    units.map((unit) => `{ value: 12, unit: ${unit}, status: confirmed, sources: [bank-notice] }`),
  )
  return [
    '## Units',
    '',
    'Figures of one dimension can be compared, summed and shown in each other’s units; those of two cannot.',
    ...table(
      ['unit', 'dimension', 'printed'],
      units.map((unit, index) => [code(unit), dimensionOf(unit), printedUnits[index] ?? '']),
    ),
  ]
}

/** As printed in English and in French. */
function both(claims: string[]): string[] {
  const french = printedClaims(claims, 'fr', bare)
  return printedClaims(claims, 'en', bare).map((english, index) => `${english}; ${french[index]}`)
}

const datesAndTexts = `## Dates, texts, terms and references

- A **date** is as exact as is known: \`2026\`, \`2026-02\` or \`2026-02-03\`. It counts from its first day. A **period** is two dates, \`2023/2025\`, and stands in \`asOf\` alone. \`asOf\` in \`casebook.yaml\` is a whole day.
- **Text** is one string for all languages, or \`{ en: …, fr: … }\` with every language of the casebook. It is printed as it
  stands: no \`*\` and no \`{{\` of it means anything, but in passages. Text with a colon and a space in it, or that begins with
  a sign, stands between quotation marks.
- A **term** is a key of \`terms\` in \`casebook.yaml\`, which has the words that are printed.
- A **reference** is the id of a record. Where records of any collection can be meant and two have the same id, write
  \`deals/breakwater-loan\`. Templates follow references both ways: \`deal.parties\` are actors, \`actor.deals\` deals.
- A **passage** whose id is that of a section of a template stands in that section until an officer writes their own.
  \`{{passage deal}}\` prints the first one that is about that record alone.
`.split('\n')

function evidence(): string[] {
  return [
    '## Rules of evidence',
    '',
    '[Evidence](evidence.md) says what each of them finds. `evidence` in `casebook.yaml` says how severely each is taken:',
    ...table(
      ['rule', 'unless you say otherwise'],
      Object.entries(evidenceRules).map(([rule, severity]) => [code(rule), severity]),
    ),
  ]
}

const inAnEditor = `## In an editor

A workspace made with \`--empty\` holds a JSON Schema of every kind of file in \`.schemas/\`, and each of its files names its
own in the first line. An editor that knows them (Visual Studio Code with the YAML extension, and many others) completes
fields, units and statuses, says what each field is for and underlines what is wrong, all without a network:

    # yaml-language-server: $schema=../.schemas/deals.schema.json

There is one for each collection, and \`casebook\`, \`brief\`, \`theme\` and \`template\` (its front matter). Copy the folder and
the line to use them elsewhere. A schema knows one file: whether an id leads to a record, a term is declared or a date is
in the calendar, \`briefwright check\` says.
`.split('\n')

function yaml(text: string): string[] {
  return ['```yaml', text, '```', '']
}

function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return ['', line(head), line(head.map(() => '---')), ...rows.map(line), '']
}

function code(text: string): string {
  return `\`${text}\``
}
