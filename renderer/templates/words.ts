import { counted, inBoth, useLanguage } from '../base/words.js'
import { words as packs } from '../packs/words.js'
import { words as workspace } from '../workspace/words.js'

/** What the window says of templates. */
export const words = inBoth(
  {
    ...workspace.en,
    ...packs.en,
    templates: 'Templates',
    newBrief: 'New brief',
    builtIn: 'Built in',
    ownTemplate: 'Of this workspace',
    overridesBuiltIn: 'Replaces the built-in one',
    exactPages: (pages: number) => `exactly ${counted.en(pages, 'page', 'pages')}`,
    atMostPages: (pages: number) => `at most ${counted.en(pages, 'page', 'pages')}`,
    landscape: 'landscape',
    noTemplates: 'No template can be read',
    importPackAsk: 'Import pack…',
    openSource: 'Open source',
  },
  {
    ...workspace.fr,
    ...packs.fr,
    templates: 'Modèles',
    newBrief: 'Nouvelle note',
    builtIn: 'Fourni',
    ownTemplate: 'De cet espace',
    overridesBuiltIn: 'Remplace celui fourni',
    exactPages: (pages) => `exactement ${counted.fr(pages, 'page', 'pages')}`,
    atMostPages: (pages) => `${counted.fr(pages, 'page', 'pages')} au plus`,
    landscape: 'paysage',
    noTemplates: 'Aucun modèle lisible',
    importPackAsk: 'Importer un lot…',
    openSource: 'Ouvrir la source',
  },
)

export const useWords = () => words[useLanguage()]

export type Words = (typeof words)['en']
