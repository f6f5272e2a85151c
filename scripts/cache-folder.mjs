import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where what set-up fetches is kept between clones: `BRIEFWRIGHT_CACHE`, or the system's cache folder.
 *
 * @param {NodeJS.ProcessEnv} environment
 */
export function cacheFolder(environment = process.env) {
  if (environment.BRIEFWRIGHT_CACHE) return environment.BRIEFWRIGHT_CACHE
  if (environment.XDG_CACHE_HOME) return join(environment.XDG_CACHE_HOME, 'briefwright')
  if (environment.LOCALAPPDATA) return join(environment.LOCALAPPDATA, 'briefwright')
  return join(homedir(), '.cache', 'briefwright')
}
