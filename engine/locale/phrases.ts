import type { Bound, Status } from '../casebook/types.js'
import type { Language } from './language.js'

/**
 * Every word that the program itself prints into a document. A phrase without one of its languages does not
 * compile; words of a template are written in the template, words of the casebook in the casebook.
 */
export const phrases = {
  'information-as-of': { en: 'Information as of', fr: 'Informations au' },
  issued: { en: 'Issued', fr: 'Publié le' },
  'page-of': { en: 'Page {page} of {pages}', fr: 'Page {page} sur {pages}' },
  page: { en: 'Page', fr: 'Page' },
  of: { en: 'of', fr: 'sur' },
  sources: { en: 'Sources', fr: 'Sources' },
  source: { en: 'Source', fr: 'Source' },
  table: { en: 'Table', fr: 'Tableau' },
  figure: { en: 'Figure', fr: 'Figure' },
  note: { en: 'Note', fr: 'Note' },
  'not-disclosed': { en: 'not disclosed', fr: 'non communiqué' },
  'no-date': { en: 'no date', fr: 's. d.' },
  'data-as-of': { en: 'data as of', fr: 'données au' },
  for: { en: 'For', fr: 'À' },
  from: { en: 'From', fr: 'De' },
  through: { en: 'Through', fr: 'S/c' },
  cc: { en: 'Copy', fr: 'Copie' },
  subject: { en: 'Subject', fr: 'Objet' },
  date: { en: 'Date', fr: 'Date' },
  reference: { en: 'Reference', fr: 'Réf.' },
  contact: { en: 'Contact', fr: 'Contact' },
  marking: { en: 'Marking', fr: 'Mention' },
  status: { en: 'Status', fr: 'État' },
  'status-key': { en: 'Status of terms', fr: 'État des termes' },
  term: { en: 'Term', fr: 'Terme' },
  value: { en: 'Value', fr: 'Valeur' },
  total: { en: 'Total', fr: 'Total' },
  contents: { en: 'Contents', fr: 'Sommaire' },
  annex: { en: 'Annex', fr: 'Annexe' },
  yes: { en: 'yes', fr: 'oui' },
  no: { en: 'no', fr: 'non' },
  none: { en: 'none', fr: 'néant' },
  derived: { en: 'derived', fr: 'calculé' },
  'not-published': { en: 'not published', fr: 'non publié' },
  summary: { en: 'Summary', fr: 'Résumé' },
  caution: { en: 'Caution', fr: 'Attention' },
} as const satisfies Record<string, Record<Language, string>>

export type PhraseKey = keyof typeof phrases

export const statusLabels: Record<Status, Record<Language, string>> = {
  confirmed: { en: 'confirmed', fr: 'confirmé' },
  announced: { en: 'announced', fr: 'annoncé' },
  'agreed-in-principle': { en: 'agreed in principle', fr: 'accord de principe' },
  reported: { en: 'reported', fr: 'rapporté' },
  estimated: { en: 'estimated', fr: 'estimé' },
  disputed: { en: 'disputed', fr: 'contesté' },
  unknown: { en: 'not disclosed', fr: 'non communiqué' },
}

/** Words before a figure; an empty one where the figure stands alone. */
export const boundWords: Record<Bound, Record<Language, string>> = {
  'at-most': { en: 'at most', fr: 'au plus' },
  'at-least': { en: 'at least', fr: 'au moins' },
  'more-than': { en: 'more than', fr: 'plus de' },
  'less-than': { en: 'less than', fr: 'moins de' },
  about: { en: 'about', fr: 'environ' },
  target: { en: 'target of', fr: 'objectif de' },
}

export function isPhraseKey(key: string): key is PhraseKey {
  return Object.hasOwn(phrases, key)
}

/** The phrase with `{name}` replaced by `values.name`. */
export function phrase(
  key: PhraseKey,
  language: Language,
  values: Record<string, string | number> = {},
): string {
  return phrases[key][language].replace(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot))
}
