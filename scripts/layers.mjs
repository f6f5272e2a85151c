import { posix } from 'node:path'

/**
 * @typedef {object} Layer
 * @property {string} folder or a single file
 * @property {string[]} ours folders and files of this repository that it may import, besides itself
 * @property {boolean} node whether it may import Node's modules
 * @property {RegExp} [notPackages] packages that it must not name
 * @property {RegExp} [notWords] what would make the same input give other bytes
 */

const shells = /^(electron|electron\/.*|react|react-dom|react-aria-components|zustand|@tiptap\/.*|piscina)$/
const pdfmake = /^(pdfmake|pdfkit|fontkit|linebreak)(\/.*)?$/
const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\btoLocale\w*\(\)/

/**
 * What each folder of the engine may import of the others, leaves first. A folder only names those above it, so that
 * there is no circle; `findCircle` shows it.
 *
 * @type {Record<string, string[]>}
 */
const engine = {
  base: [],
  compare: [],
  vocabulary: ['base'],
  yaml: ['base'],
  locale: ['base', 'vocabulary'],
  'host.ts': ['base', 'locale'],
  document: ['base', 'vocabulary', 'locale'],
  casebook: ['base', 'vocabulary', 'yaml', 'locale'],
  brief: ['base', 'vocabulary', 'yaml', 'locale', 'casebook'],
  evidence: ['base', 'vocabulary', 'locale', 'casebook'],
  figures: ['base', 'vocabulary', 'locale', 'host.ts', 'document', 'casebook'],
  theme: ['base', 'yaml'],
  layout: ['base', 'vocabulary', 'locale', 'document', 'figures', 'theme'],
  template: ['base', 'vocabulary', 'yaml', 'locale', 'document', 'casebook', 'brief', 'evidence', 'figures'],
  model: ['base', 'vocabulary', 'locale', 'document', 'casebook', 'brief', 'evidence', 'figures', 'template'],
  dossier: ['base', 'locale', 'host.ts', 'document', 'casebook', 'brief', 'template'],
  pack: ['base', 'locale', 'host.ts', 'document', 'casebook', 'template', 'dossier'],
  redaction: ['base', 'locale', 'host.ts', 'casebook', 'brief', 'template', 'dossier'],
  pdf: ['base', 'vocabulary', 'locale', 'host.ts', 'document', 'figures', 'dossier', 'theme', 'layout'],
  check: ['base', 'yaml', 'locale', 'casebook', 'brief', 'evidence', 'template', 'theme'],
  compile: [
    ...[
      'base',
      'host.ts',
      'document',
      'casebook',
      'brief',
      'figures',
      'template',
      'model',
      'dossier',
      'redaction',
    ],
    ...['theme', 'pdf', 'check'],
  ],
}

/**
 * The same within `engine/template/`, whose folders may import what it may.
 *
 * @type {Record<string, string[]>}
 */
const template = {
  'types.ts': [],
  parse: ['types.ts'],
  values: ['types.ts'],
  writing: ['values'],
  helpers: ['values', 'writing'],
  check: ['types.ts', 'parse', 'values', 'writing', 'helpers'],
  run: ['types.ts', 'parse', 'values', 'writing', 'helpers', 'check'],
}

/**
 * The same of the host.
 *
 * @type {Record<string, string[]>}
 */
const host = {
  files: [],
  documents: ['files'],
  workspace: ['files'],
  packs: ['files', 'workspace'],
  render: ['files', 'workspace', 'packs'],
  exports: ['files', 'render'],
  pdf: ['files', 'render'],
}

/**
 * The same of the window. A folder's own files may be imported one by one: what a view shows is no stage with one result.
 *
 * @type {Record<string, string[]>}
 */
const renderer = {
  base: [],
  controls: ['base'],
  workspace: ['base', 'controls'],
  problems: ['base', 'controls', 'workspace'],
  casebook: ['base', 'controls', 'workspace'],
  packs: ['base', 'controls', 'workspace', 'problems'],
  templates: ['base', 'controls', 'workspace', 'packs'],
  documents: ['base', 'controls'],
  paste: [],
  editor: ['base', 'controls', 'paste'],
  page: ['base', 'controls'],
  briefs: [
    ...['base', 'controls', 'workspace', 'documents', 'problems', 'casebook', 'templates', 'editor', 'page'],
  ],
  exports: ['base', 'controls', 'workspace', 'documents', 'problems', 'casebook', 'briefs'],
  window: [
    'base',
    'controls',
    'workspace',
    'documents',
    'problems',
    'casebook',
    'packs',
    'templates',
    'editor',
    'briefs',
    'exports',
  ],
}

/**
 * Who may import what. The deepest folder that holds a file decides; a file in none of them (tests, benchmarks,
 * configuration) may import anything.
 *
 * @type {Layer[]}
 */
export const layers = [
  ...Object.entries(engine).map(([name, others]) => ({
    folder: `engine/${name}`,
    ours: [...others.map((other) => `engine/${other}`), ...foldersWithin(name)],
    node: false,
    // pdfmake's types reach no further than its folder, so the rest of the engine sees only its public names.
    notPackages: name === 'pdf' ? shells : either(shells, pdfmake),
    notWords: impure,
  })),
  ...Object.entries(template).map(([name, others]) => ({
    folder: `engine/template/${name}`,
    ours: [
      ...(engine.template ?? []).map((other) => `engine/${other}`),
      ...others.map((other) => `engine/template/${other}`),
    ],
    node: false,
    notPackages: either(shells, pdfmake),
    notWords: impure,
  })),
  {
    folder: 'engine',
    ours: Object.keys(engine).map((name) => `engine/${name}`),
    node: false,
    notPackages: either(shells, pdfmake),
    notWords: impure,
  },
  ...Object.entries(host).map(([name, others]) => ({
    folder: `host/${name}`,
    ours: ['engine', ...others.map((other) => `host/${other}`)],
    node: true,
    notPackages: either(/^(electron|react)(\/.*)?$/, pdfmake),
  })),
  {
    folder: 'host',
    ours: Object.keys(host).map((name) => `host/${name}`),
    node: true,
    notPackages: either(/^(electron|react)(\/.*)?$/, pdfmake),
  },
  { folder: 'cli', ours: ['engine', 'host'], node: true, notPackages: either(shells, pdfmake) },
  // What crosses between processes is plain data, so its contract knows neither Electron nor Node.
  {
    folder: 'electron/contract',
    ours: ['engine', 'host'],
    node: false,
    notPackages: either(shells, pdfmake),
  },
  {
    folder: 'electron/main',
    ours: ['engine', 'host', 'electron/contract'],
    node: true,
    notPackages: either(/^react/, pdfmake),
  },
  // Its one file must stay small, and must not bring anything of the engine into the page.
  {
    folder: 'electron/preload',
    ours: ['electron/contract'],
    node: false,
    notPackages: either(/^react/, pdfmake),
  },
  { folder: 'electron', ours: [], node: false },
  ...Object.entries(renderer).map(([name, others]) => ({
    folder: `renderer/${name}`,
    ours: ['engine', 'electron/contract', ...others.map((other) => `renderer/${other}`)],
    node: false,
    notPackages: either(/^(electron|piscina)(\/.*)?$/, pdfmake),
  })),
  {
    folder: 'renderer',
    ours: ['engine', ...Object.keys(renderer).map((name) => `renderer/${name}`)],
    node: false,
    notPackages: either(/^(electron|piscina)(\/.*)?$/, pdfmake),
  },
  { folder: 'scripts', ours: ['package.json'], node: true },
]

/**
 * A circle among the folders of a table of who may import whom, as `a → b → a`; `undefined` where there is none.
 *
 * @param {{ folder: string, ours: string[] }[]} table
 * @returns {string | undefined}
 */
export function findCircle(table) {
  const others = new Map(table.map(({ folder, ours }) => [folder, ours]))
  /** @type {Set<string>} */
  const done = new Set()
  /** @param {string} folder @param {string[]} way @returns {string | undefined} */
  function walk(folder, way) {
    if (way.includes(folder)) return [...way.slice(way.indexOf(folder)), folder].join(' → ')
    if (done.has(folder)) return undefined
    for (const other of others.get(folder) ?? []) {
      const circle = walk(other, [...way, folder])
      if (circle) return circle
    }
    done.add(folder)
    return undefined
  }
  for (const { folder } of table) {
    const circle = walk(folder, [])
    if (circle) return circle
  }
  return undefined
}

/**
 * What a file imports that its layer may not, one line each: `host/files/fonts.ts:3: host/files may not import cli (…)`. A folder of
 * the engine or the host is imported through its `index.ts`, or its `types.ts`.
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

/** @param {string} name a folder of the engine */
function foldersWithin(name) {
  return name === 'template' ? Object.keys(template).map((folder) => `engine/template/${folder}`) : []
}

/** @param {string} file */
function layerOf(file) {
  return layers
    .filter(({ folder }) => file === folder || file.startsWith(`${folder}/`))
    .sort((one, other) => other.folder.length - one.folder.length)[0]
}

/** @param {Layer} layer @param {string} file @param {string} specifier @returns {string | undefined} */
function faultOfImport(layer, file, specifier) {
  if (specifier.startsWith('node:')) return layer.node ? undefined : `may not import Node (${specifier})`
  if (!specifier.startsWith('.')) {
    return layer.notPackages?.test(specifier) ? `may not import the package ${specifier}` : undefined
  }
  const target = posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts')
  if (layerOf(target) === layer) return undefined
  const isAllowed = layer.ours.some((path) => target === path || target.startsWith(`${path}/`))
  if (!isAllowed) return `may not import ${target}`
  // A folder within another has an index of its own, for its neighbours alone.
  const path = isNeighbour(file, target) ? target.replace('/template/', '/') : target
  const isInside = /^(engine|host)\/[^/]+\/(?!(index|types)\.ts$)/.test(path)
  return isInside ? `imports ${target} past the folder's index.ts` : undefined
}

/** @param {string} file @param {string} target */
function isNeighbour(file, target) {
  return [file, target].every((path) => path.startsWith('engine/template/'))
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
