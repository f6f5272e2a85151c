import type { CollectionName, FieldValue } from '../../../engine/casebook/index.js'
import type { claimFields } from '../../../engine/casebook/read-claim.js'
import type { headerFields } from '../../../engine/casebook/read-header.js'
import type { Bound, Status } from '../../../engine/vocabulary/index.js'

/** What each field of a record is for, by collection; the reference and the schemas for editors both say it. */
export const fieldWords: Record<CollectionName, Record<string, string>> = {
  sources: {
    publisher: 'who published it',
    title: 'its title, as it stands on it',
    language: 'the language of the title, where it is not the first of the casebook: `en`, `pt-BR`',
    published: 'when it came out; a brief of an earlier day does not know it',
    accessed: 'when it was read',
    url: 'where it is found',
    tier: 'what kind of source it is',
    note: 'what else is to be known of it',
  },
  actors: {
    name: 'as it is printed',
    kind: 'what kind of actor it is',
    role: 'what it does here',
  },
  assets: { name: 'as it is printed' },
  minerals: { name: 'as it is printed', symbol: 'its short sign' },
  deals: {
    name: 'as it is printed',
    parties: 'who has made it',
    kind: 'what kind of deal it is, in words',
    status: 'how sure the deal as a whole is; it has no date of its own',
    about: 'what it is about',
  },
  instruments: { name: 'as it is printed', owner: 'who has it' },
  flows: {
    name: 'as it is printed',
    mode: 'how it moves',
    origin: 'where it begins; the names of assets with a place, and of towns, are found on maps',
    via: 'what it goes through, in order',
    exit: 'where it leaves the country; maps draw the route as far as this',
    destination: 'where it ends',
  },
  risks: {
    category: 'what kind of risk it is; templates group by it',
    statement: 'the risk in one sentence, without a full stop',
    figures: 'figures that bear on it, each with its `measure`',
    about: 'what is at risk',
  },
  stakes: {
    side: 'whose stake it is; templates group by it',
    statement: 'what is at stake in one sentence, without a full stop',
    figures: 'figures that bear on it, each with its `measure`',
    about: 'what it is a stake in',
  },
  statements: {
    speaker: 'who said it',
    organisation: 'for whom',
    office: 'as what',
    paraphrase: 'what was said; never printed as a quotation',
    form: 'in which form the casebook has it',
    status: 'how sure it is that it was said',
    sources: 'where it was reported',
    note: 'what else is to be known of it',
    about: 'what it is about',
  },
  events: {
    date: 'when it happened or is announced for',
    tags: 'subjects by which templates choose events',
    event: 'what happened, in one sentence without a full stop',
    about: 'what it is about',
  },
  conflicts: {
    topic: 'what the sources disagree about',
    detail: 'how they disagree, and what to do when writing',
    about: 'whose facts are in conflict',
  },
  gaps: { text: 'what is not known', about: 'what it is a gap in' },
  passages: {
    text: 'Markdown with `{{…}}`, as in a [template](templates.md)',
    about: 'what it is about; a record left out on an earlier day takes the passage with it',
  },
}

export const recordWords: Record<string, string> = {
  id: 'its name in references: small letters, digits and hyphens, once in its file',
  internal:
    '`true` where it stays in the office: [redacted documents](protection.md#internal-records) are made without it',
}

export const kindWords: Record<FieldValue['kind'], string> = {
  claim: 'a claim',
  claims: 'a list of claims',
  text: 'text',
  texts: 'a list of texts',
  date: 'a date',
  term: 'a term',
  terms: 'a list of terms',
  reference: 'the id of a record',
  references: 'ids of records',
  status: 'a status',
}

/** Fields of `casebook.yaml`, in the order in which they are told. */
export const headerWords = {
  title: 'the title of the casebook; many templates print it',
  description: 'what it is about',
  languages: 'those that texts are in: `[en]`, `[fr]` or `[en, fr]`',
  asOf: 'the last day that the casebook knows of, `2026-01-31`; a brief speaks as of it unless it says otherwise',
  featured:
    'by collection, ids of the records that a template takes where a brief chooses none, in this order',
  staleAfterDays: 'by collection, after how many days a claim with an `asOf` is stale',
  evidence: 'how severely a rule of evidence is taken: `error`, `warning` or `off`',
  terms: 'the words printed for each key that a term may be',
  claims: 'by collection, the claims that its records may have beside their own fields, each with its label',
} satisfies Record<(typeof headerFields)[number], string>

/** Parts of a claim, in the order in which they are told. */
export const claimWords = {
  value: 'what is claimed; see [values](#values)',
  unit: 'of a number or a range: one of the [units](#units)',
  bound: 'how the figure bounds the truth: one of the [bounds](#bounds)',
  measure: 'what the figure measures, printed after value and unit',
  status: 'how sure it is: one of the [statuses](#statuses)',
  sources: 'ids of sources; at least one unless the status is `unknown`',
  asOf: 'the day, month or year that it speaks for, or a period `2023/2025`, whose end counts',
  note: 'what else is to be known of it; tables print it where they are asked to',
  derived: '`true` where it is worked out from other figures, and no source states it',
  keep: '`true` where it is kept on purpose, however old: it does not change, or no later one was found',
  alternatives:
    'readings that differ between sources, printed side by side: each with `value` and `sources`, and with `unit`, `bound`, `measure` and `note` of its own; a reading without unit is in that of the claim',
} satisfies Record<(typeof claimFields)[number], string>

export const requiredOfClaim = ['value', 'status']

export const statusWords: Record<Status, string> = {
  confirmed: 'done, in force or on record',
  announced: 'said by somebody who is to do it',
  'agreed-in-principle': 'agreed, and not yet binding',
  reported: 'told by others than those who would know',
  estimated: 'reckoned, by the source or by you',
  disputed: 'sources give different values; write them as `alternatives`',
  unknown: 'nobody has said; the value is what to tell of that in words, and needs no source',
}

export const boundMeanings: Record<Bound, string> = {
  'at-most': 'no more than this',
  'at-least': 'no less than this',
  'more-than': 'above this',
  'less-than': 'below this',
  about: 'near this',
  target: 'what is aimed at, and not what there is',
}
