import { posix } from 'node:path'

/**
 * @typedef {object} Layer
 * @property {string} folder
 * @property {string[]} ours folders and files of this repository that it may import, besides itself
 * @property {boolean} node whether it may import Node's modules
 * @property {RegExp} [notPackages] packages that it must not name
 * @property {RegExp} [notWords] what would make the same input give other bytes
 */

const shells = /^(electron|electron\/.*|react|react-dom|react-aria-components|zustand|@tiptap\/.*|piscina)$/
const pdfmake = /^(pdfmake|pdfkit|fontkit|linebreak)(\/.*)?$/
const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\btoLocale\w*\(\)/

/**
 * Who may import what. The deepest folder that holds a file decides; a file in none of them (tests, benchmarks,
 * configuration) may import anything.
 *
 * @type {Layer[]}
 */
export const layers = [
  {
    folder: 'engine',
    // pdfmake's types reach no further than its folder, so the rest of the engine sees only its public names.
    ours: ['engine/pdf/index.ts'],
    node: false,
    notPackages: either(shells, pdfmake),
    notWords: impure,
  },
  { folder: 'engine/pdf', ours: ['engine'], node: false, notPackages: shells, notWords: impure },
  { folder: 'host', ours: ['engine'], node: true, notPackages: either(/^(electron|react)(\/.*)?$/, pdfmake) },
  { folder: 'cli', ours: ['engine', 'host'], node: true, notPackages: either(shells, pdfmake) },
  { folder: 'electron', ours: ['engine', 'host'], node: true, notPackages: either(/^react/, pdfmake) },
  {
    folder: 'renderer',
    ours: ['engine', 'electron/contract.ts'],
    node: false,
    notPackages: either(/^(electron|piscina)(\/.*)?$/, pdfmake),
  },
  { folder: 'scripts', ours: ['package.json'], node: true },
]

/**
 * What a file imports that its layer may not, one line each: `host/fonts.ts:3: host may not import cli (…)`.
 *
 * @param {string} file from the root of the repository, with `/`
 * @param {string} text
 */
export function findLayerFaults(file, text) {
  const layer = layerOf(file)
  if (!layer) return []
  return [...text.matchAll(importPattern), ...(layer.notWords ? text.matchAll(globally(layer.notWords)) : [])]
    .map((match) => {
      const line = text.slice(0, match.index).split('\n').length
      const fault = match[1] ? faultOfImport(layer, file, match[1]) : `may not use \`${match[0]}\``
      return fault && !isComment(text, match.index) ? `${file}:${line}: ${layer.folder} ${fault}` : undefined
    })
    .filter((fault) => fault !== undefined)
}

const importPattern = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"]([^'"\n]+)['"]/g

/** @param {string} file */
function layerOf(file) {
  return layers
    .filter((layer) => file.startsWith(`${layer.folder}/`))
    .sort((one, other) => other.folder.length - one.folder.length)[0]
}

/** @param {Layer} layer @param {string} file @param {string} specifier @returns {string | undefined} */
function faultOfImport(layer, file, specifier) {
  if (specifier.startsWith('node:')) return layer.node ? undefined : `may not import Node (${specifier})`
  if (!specifier.startsWith('.')) {
    return layer.notPackages?.test(specifier) ? `may not import the package ${specifier}` : undefined
  }
  const target = posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts')
  const isOwn = layerOf(target) === layer
  const isAllowed = layer.ours.some((path) => target === path || target.startsWith(`${path}/`))
  return isOwn || isAllowed ? undefined : `may not import ${target}`
}

/** @param {string} text @param {number} offset */
function isComment(text, offset) {
  return /^\s*(\/\/|\/?\*)/.test(text.slice(text.lastIndexOf('\n', offset) + 1, offset + 1))
}

/** @param {RegExp[]} patterns */
function either(...patterns) {
  return new RegExp(patterns.map((pattern) => pattern.source).join('|'))
}

/** @param {RegExp} pattern */
function globally(pattern) {
  return new RegExp(pattern.source, 'g')
}
