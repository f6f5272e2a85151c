import type { Bound, Status } from '../vocabulary/index.js'
import type { Language } from './language.js'

/**
 * Every word that the program itself prints into a document. A phrase without one of its languages does not
 * compile; words of a template are written in the template, words of the casebook in the casebook.
 */
export const phrases = {
  'information-as-of': { en: 'Information as of', fr: 'Informations au' },
  issued: { en: 'Issued', fr: 'Publié le' },
  draft: { en: 'DRAFT', fr: 'PROJET' },
  'copy-of': { en: 'Copy {number} of {copies}', fr: 'Exemplaire {number} sur {copies}' },
  'page-of': { en: 'Page {page} of {pages}', fr: 'Page {page} sur {pages}' },
  page: { en: 'Page', fr: 'Page' },
  of: { en: 'of', fr: 'sur' },
  sources: { en: 'Sources', fr: 'Sources' },
  source: { en: 'Source', fr: 'Source' },
  table: { en: 'Table', fr: 'Tableau' },
  figure: { en: 'Figure', fr: 'Figure' },
  'data-of-figure': { en: 'Data of the figure', fr: 'Données de la figure' },
  'data-of-figure-number': { en: 'Data of Figure {number}', fr: 'Données de la figure {number}' },
  continued: { en: 'continued', fr: 'suite' },
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
  'task-done': { en: 'Done:', fr: 'Fait :' },
  'task-open': { en: 'To do:', fr: 'À faire :' },
  'not-published': { en: 'not published', fr: 'non publié' },
  summary: { en: 'Summary', fr: 'Résumé' },
  caution: { en: 'Caution', fr: 'Attention' },
  // Figures: what they show, and the heads of their tables.
  'map-shows': {
    en: 'Map. Sites shown: {sites}; routes shown: {routes}.',
    fr: 'Carte. Sites représentés : {sites} ; itinéraires représentés : {routes}.',
  },
  sites: { en: 'Sites', fr: 'Sites' },
  'not-on-map': { en: 'Not on the map: {names}.', fr: 'Hors de la carte : {names}.' },
  'lines-are-straight': {
    en: 'Lines join the places named and do not show the track between them.',
    fr: 'Les lignes relient les lieux nommés et ne montrent pas le tracé qui les sépare.',
  },
  'place-or-route': { en: 'Place or route', fr: 'Lieu ou itinéraire' },
  'position-or-places': { en: 'Position or places', fr: 'Position ou lieux' },
  particulars: { en: 'Particulars', fr: 'Précisions' },
  'places-unknown': { en: 'not drawn: places not known', fr: 'non représenté : lieux inconnus' },
  about: { en: 'about', fr: 'environ' },
  port: { en: 'port', fr: 'port' },
  town: { en: 'town', fr: 'ville' },
  to: { en: 'to', fr: 'vers' },
  flow: { en: 'Flow', fr: 'Flux' },
  'from-place': { en: 'From', fr: 'De' },
  'to-place': { en: 'To', fr: 'Vers' },
  amount: { en: 'Amount', fr: 'Quantité' },
  'sankey-shows': {
    en: 'Flow diagram. Flows shown: {flows}, between {places}.',
    fr: 'Diagramme de flux. Flux représentés : {flows}, entre {places}.',
  },
  'sankey-unknown': {
    en: 'Flows of an amount that is not disclosed: {count}; they are drawn hatched, at a fixed width.',
    fr: 'Flux dont la quantité n’est pas communiquée : {count} ; ils sont hachurés, à largeur fixe.',
  },
  'hatched-not-disclosed': {
    en: 'Hatched: amount not disclosed',
    fr: 'En hachures : quantité non communiquée',
  },
  'bars-show': {
    en: 'Bar chart. Bars shown: {count}.',
    fr: 'Diagramme à barres. Barres représentées : {count}.',
  },
  'bars-unknown': { en: 'Without a figure: {names}.', fr: 'Sans chiffre : {names}.' },
  'chart-item': { en: 'Item', fr: 'Élément' },
  'lowest-figure': { en: 'Lowest', fr: 'Minimum' },
  'highest-figure': { en: 'Highest', fr: 'Maximum' },
  'timeline-shows': {
    en: 'Timeline from {from} to {to}. Events shown: {count}.',
    fr: 'Chronologie de {from} à {to}. Événements représentés : {count}.',
  },
  'italics-not-confirmed': { en: 'In italics: not confirmed', fr: 'En italique : non confirmé' },
  event: { en: 'Event', fr: 'Événement' },
  'shares-show': { en: 'Shares of {names}.', fr: 'Répartition : {names}.' },
  holding: { en: 'Of what', fr: 'Objet' },
  holder: { en: 'Holder', fr: 'Détenteur' },
  share: { en: 'Share', fr: 'Part' },
  'rest-not-published': { en: 'rest not published', fr: 'reste non publié' },
  'matrix-shows': {
    en: 'Matrix of {rows} by {columns}. Entries: {count}.',
    fr: 'Matrice : {rows} par {columns}. Entrées : {count}.',
  },
  likelihood: { en: 'Likelihood', fr: 'Probabilité' },
  impact: { en: 'Impact', fr: 'Impact' },
  category: { en: 'Category', fr: 'Catégorie' },
  entry: { en: 'Entry', fr: 'Entrée' },
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
  'at-most': { en: 'up to', fr: 'au plus' },
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
