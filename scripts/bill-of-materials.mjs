import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { shippedPackages } from './licences.mjs'
import { readLockFile } from './lock-file.mjs'
import { rootFolder } from './root-folder.mjs'

/**
 * What a package of the app is made of, in the form of CycloneDX 1.5: every package of the lock file that is part of it, with
 * licence and hash, and the Electron that it runs on. The same for the same lock file.
 *
 * `npm sbom` is not used: without those for development it leaves out what they share with the program.
 *
 * @param {string} electronVersion
 */
export function billOfMaterials(electronVersion) {
  const { name, version, license } = JSON.parse(readFileSync(join(rootFolder, 'package.json'), 'utf8'))
  const lock = readLockFile()
  // One version may lie in several places.
  const byName = new Map(shippedPackages().map((one) => [`${one.name}@${one.version}`, one]))
  const packages = [...byName.values()].map((one) => {
    const { integrity } = /** @type {{ integrity?: string }} */ (lock[one.path] ?? {})
    return { ...component('library', one.name, one.version, one.licence), hashes: hashesOf(integrity) }
  })
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: component('application', name, version, license) },
    components: [component('framework', 'electron', electronVersion, 'MIT'), ...packages],
  }
}

/** @param {string} type @param {string} name @param {string} version @param {string} licence */
function component(type, name, version, licence) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  return { type, name, version, purl, licenses: [{ expression: licence }] }
}

/** The lock file has them in Base64, after the name of the algorithm. @param {string | undefined} integrity */
function hashesOf(integrity) {
  const [algorithm, content] = integrity?.split('-') ?? []
  if (algorithm !== 'sha512' || content === undefined) return []
  return [{ alg: 'SHA-512', content: Buffer.from(content, 'base64').toString('hex') }]
}
