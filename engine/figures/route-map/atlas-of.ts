import { decodeUtf8, keptWith, type Outcome } from '../../base/index.js'
import type { Host } from '../../host.js'
import { type Atlas, readAtlas } from './atlas.js'

/** The atlas of a host, read when the first map asks for it: it holds the whole world. */
export const atlasOf = keptWith((host: Host): Outcome<Atlas> => {
  const files = { countries: 'countries.json', lakes: 'lakes.json', land: 'land.json', places: 'places.tsv' }
  const texts: Record<string, string> = {}
  for (const [name, file] of Object.entries(files)) {
    const bytes = host.asset(`maps/${file}`)
    if (!bytes.ok) return bytes
    texts[name] = decodeUtf8(bytes.value)
  }
  return readAtlas(texts as Record<keyof typeof files, string>)
})
