import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagesNeededBy, readLockFile } from './lock-file.mjs'
import { rootFolder } from './root-folder.mjs'

/** Licences whose works may be part of a program under the MIT licence. */
const compatible = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])

/**
 * Whether a licence expression (`(MIT OR GPL-3.0)`) leaves us a compatible choice.
 *
 * @param {string} expression
 * @returns {boolean}
 */
export function isCompatible(expression) {
  const bare = expression.replace(/^\((.*)\)$/, '$1')
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isCompatible)
  if (bare.includes(' AND ')) return bare.split(' AND ').every(isCompatible)
  return compatible.has(bare)
}

/** Every package that is part of the program, with the licence that it names. */
export function shippedPackages() {
  const about = JSON.parse(readFileSync(join(rootFolder, 'package.json'), 'utf8'))
  return packagesNeededBy(readLockFile(), Object.keys(about.dependencies)).map((one) => ({
    ...one,
    licence: one.licence ?? licenceInPackage(one.path) ?? licenceByText(one.path) ?? 'none named',
  }))
}

/** The text of `THIRD-PARTY-LICENSES.md`: a table of the packages, then each licence text with those it covers. */
export function describeLicences() {
  const packages = shippedPackages()
  /** @type {Map<string, string[]>} */
  const texts = new Map()
  for (const { path, name, version, licence } of packages) {
    const text = readLicenceText(path) ?? `Under ${licence}; the package carries no text of it.`
    texts.set(text, [...(texts.get(text) ?? []), `${name} ${version}`])
  }
  return [
    '# Third-party licences',
    '',
    'Made by `npm run licences` from `package-lock.json`; a test fails when it is out of date.',
    'The fonts are under the SIL Open Font License 1.1, see `assets/fonts/`. Electron is under the MIT licence;',
    'its distribution carries `LICENSE.electron.txt` and `LICENSES.chromium.html`. Maps are drawn from Natural Earth',
    '(public domain), Unicode CLDR (Unicode License v3) and GeoNames (CC BY 4.0, https://www.geonames.org), see',
    '`assets/maps/`.',
    '',
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
    ...[...texts].flatMap(([text, names]) => ['', `## ${names.join(', ')}`, '', '```text', text, '```']),
    '',
  ].join('\n')
}

/** @param {string} path @returns {string | undefined} */
function licenceInPackage(path) {
  const { license } = JSON.parse(readFileSync(join(rootFolder, path, 'package.json'), 'utf8'))
  return typeof license === 'string' ? license : license?.type
}

/** For a package that has the text but names it nowhere (png-js). @param {string} path */
function licenceByText(path) {
  return readLicenceText(path)?.includes('Permission is hereby granted, free of charge') ? 'MIT' : undefined
}

/** @param {string} path */
function readLicenceText(path) {
  const folder = join(rootFolder, path)
  const name = readdirSync(folder)
    .sort()
    .find((file) => /^(licen[cs]e|copying)([.-]|$)/i.test(file))
  if (!name) return undefined
  return readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n').replace(/```/g, "'''").trim()
}
