import { languages, textIn } from '../../engine/locale/index.js'
import { builtInCasebook } from '../built-in/casebook.js'

/** Parts of names that are everyday words, and no sign of a subject. */
const everyday = new Set(
  `Accord Africa Afrique Agreement Atlantic Bank Banque Chemin Coentreprise Consortium Corporation Critical Development
  Droits Export Exportations Finance Financement Gouvernement Government Group Groupe Import International Lead Metals
  Mineral Minerals Mines Mining Partnership Railway Republic République Société Southern States Strategic Total Unis
  United US États`.split(/\s+/),
)
/** What the names alone do not hold. */
const more = [
  ...[
    'DRC',
    'RDC',
    'Congo',
    'Congolese',
    'congolais',
    'congolaise',
    'Kinshasa',
    'United States',
    'États-Unis',
  ],
  ...['Washington', 'Rwanda', 'Katanga', 'Angola', 'China', 'Chine'],
]

/** Finds a name of an actor, asset, deal, instrument or mineral of the built-in casebook, or of where they are. */
export function wordsOfBuiltIn(): RegExp {
  const { actors, assets, deals, minerals } = builtInCasebook().collections
  const names = [actors, assets, deals, minerals]
    .flat()
    .flatMap(({ fields: { name } }) =>
      name?.kind === 'text' ? languages.map((language) => textIn(name.text, language)) : [],
    )
  const proper = names
    .flatMap((name) => name.match(/\p{Lu}[\p{L}\d]+/gu) ?? [])
    .filter((word) => !everyday.has(word))
  const small = minerals.flatMap(({ id }) => (id === 'lead' ? [] : [id]))
  const words = [...new Set([...proper, ...small, ...more])]
  return new RegExp(`(?<![\\p{L}\\d])(?:${words.join('|')})(?![\\p{L}\\d])`, 'gu')
}
