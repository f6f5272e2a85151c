import { decodeUtf8, type Outcome } from '../../base/index.js'
import type { Host } from '../../host.js'
import { type Atlas, readAtlas } from './atlas.js'

const atlases = new WeakMap<Host, Outcome<Atlas>>()

/** The atlas of a host, read when the first map asks for it: it holds the whole world. */
export function atlasOf(host: Host): Outcome<Atlas> {
  const known = atlases.get(host)
  if (known) return known
  const files = { countries: 'countries.json', lakes: 'lakes.json', land: 'land.json', places: 'places.tsv' }
  const texts: Record<string, string> = {}
  for (const [name, file] of Object.entries(files)) {
    const bytes = host.asset(`maps/${file}`)
    if (!bytes.ok) return bytes
    texts[name] = decodeUtf8(bytes.value)
  }
  const atlas = readAtlas(texts as Record<keyof typeof files, string>)
  atlases.set(host, atlas)
  return atlas
}
