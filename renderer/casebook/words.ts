import { counted, inBoth, useLanguage } from '../base/words.js'
import { words as workspace } from '../workspace/words.js'

/** What the window says of the casebook. */
export const words = inBoth(
  {
    ...workspace.en,
    casebook: 'Casebook',
    searchCasebook: 'Search the casebook',
    searchHint: 'For example a name, a place or a subject',
    records: (number: number) => counted.en(number, 'record', 'records'),
    noCasebook: 'The casebook cannot be read',
    nothingFound: 'Nothing found',
    gettingReady: 'Getting ready to search…',
    pickRecord: 'Choose a record to see its claims and sources.',
    sources: 'Sources',
    asOfDate: (date: string) => `as of ${date}`,
    derived: 'worked out',
    internal: 'Internal',
    collection: 'Collection',
    everything: 'Everything',
  },
  {
    ...workspace.fr,
    casebook: 'Dossier',
    searchCasebook: 'Chercher dans le dossier',
    searchHint: 'Par exemple un nom, un lieu ou un sujet',
    records: (number) => counted.fr(number, 'fiche', 'fiches'),
    noCasebook: 'Le dossier est illisible',
    nothingFound: 'Aucun résultat',
    gettingReady: 'Préparation de la recherche…',
    pickRecord: 'Choisissez une fiche pour voir ses faits et leurs sources.',
    sources: 'Sources',
    asOfDate: (date) => `au ${date}`,
    derived: 'calculé',
    internal: 'Interne',
    collection: 'Collection',
    everything: 'Tout',
  },
)

export const useWords = () => words[useLanguage()]
