import { describe, expect, it } from 'vitest'
import { encodeUtf8 } from '../../engine/base/index.js'
import type { StoredFile } from '../../engine/dossier/index.js'
import { type ImportTarget, type Pack, planImport } from '../../engine/pack/index.js'
import type { LibraryEntry, TemplateLibrary } from '../../engine/template/types.js'
import { filePlace } from '../base/file-place.js'
import { builtIn } from '../built-in/workspace.js'
import { openIsland } from '../other-subject/island.js'
import { host, houseFiles, houseNote, packOf, read, textFile } from './made-packs.js'

const { library, casebook } = builtIn

function packedWith(files: StoredFile[]): Pack {
  const pack = read(packOf(files))
  if (!pack.ok) throw new Error(JSON.stringify(pack.diagnostics))
  return pack.value
}

function planned(files: StoredFile[], target: Partial<ImportTarget> = {}) {
  const none = { own: new Map(), builtIn: new Map() }
  const plan = planImport(packedWith(files), { library, casebook, ...none, ...target }, host)
  if (!plan.ok) throw new Error(JSON.stringify(plan.diagnostics))
  return { files: plan.value.files, warnings: plan.warnings }
}

const path = 'templates/partials/house-head.hbs'
const effectOf = (own?: string, given?: string) =>
  planned(houseFiles, {
    own: new Map(own === undefined ? [] : [[path, encodeUtf8(own)]]),
    builtIn: new Map(given === undefined ? [] : [[path, encodeUtf8(given)]]),
  }).files.find((file) => file.path === path)?.effect

function withEntry(shelf: keyof TemplateLibrary, id: string, text: string): TemplateLibrary {
  const file = { path: `templates/${shelf === 'templates' ? '' : `${shelf}/`}${id}.hbs`, text }
  const entry: LibraryEntry = { file, origin: 'workspace', overrides: false }
  return { ...library, [shelf]: new Map([...library[shelf], [id, entry]]) }
}

describe('what importing a pack would do', () => {
  it('T16: tells apart what is added, replaced, put in place of the built-in one, and there already', () => {
    const packed = 'From the house: {{brief.title}}\n'
    expect(effectOf()).toBe('added')
    expect(effectOf(packed)).toBe('same')
    expect(effectOf('own words')).toBe('replaces')
    expect(effectOf('own words', 'built in')).toBe('replaces')
    expect(effectOf(undefined, 'built in')).toBe('overrides')
    // An untouched copy, as every new workspace holds.
    expect(effectOf('built in', 'built in')).toBe('overrides')
    expect(effectOf(packed, packed)).toBe('same')
    expect(effectOf(packed, 'built in')).toBe('same')
    // What the program has too is put into the workspace all the same, so that it stays as its author made it.
    expect(effectOf(undefined, packed)).toBe('added')
  })

  it('T16: names the templates, and says what a file was when it was looked at', () => {
    const own = new Map([[path, encodeUtf8('own words')]])
    const { files } = planned(houseFiles, { own })
    expect(files.map(({ title }) => title)).toEqual([
      undefined,
      { en: 'House note', fr: 'Note maison' },
      undefined,
    ])
    expect(files.find((file) => file.path === path)?.before).toBe(host.digest(encodeUtf8('own words')))
    expect(files[0]?.before).toBeUndefined()
  })

  it.each([
    ['the built-in casebook', casebook],
    ['another subject', openIsland().casebook],
  ])('T16: finds nothing wrong with what is in order, on %s', (_, casebook) => {
    expect(planned(houseFiles, { casebook }).warnings).toEqual([])
  })

  it('T16: warns of what T7 finds in the workspace as it would be', () => {
    const note = textFile('templates/house-note.hbs', `${houseNote}{{#each deals}}{{stakke}}{{/each}}\n`)
    const { warnings } = planned([note])
    expect(
      warnings.map(
        ({ severity, code, at }) => `${severity} ${code} ${filePlace(at).file}:${filePlace(at).line}`,
      ),
    ).toEqual([
      'warning template/unknown-partial templates/house-note.hbs:9',
      'warning template/unknown-field templates/house-note.hbs:10',
    ])
    const other = withEntry('partials', 'house-head', 'Head')
    expect(planned([note], { library: other }).warnings.map(({ code }) => code)).toEqual([
      'template/unknown-field',
    ])
  })

  it('T16: warns of a layout or theme that is in neither', () => {
    const head = 'version: 1.0.0\nlayout: hous\npage: { theme: hous }'
    const note = textFile('templates/house-note.hbs', houseNote.replace('version: 1.0.0', head))
    const codes = planned([note, ...houseFiles.slice(1)]).warnings.map(({ code }) => code)
    expect(codes).toEqual(['theme/unknown', 'layout/unknown'])
  })

  it('T16: warns of a template of the workspace that a replaced partial would break, and of no other', () => {
    const own = houseNote.replaceAll('house-', 'own-').replace('{{> own-head}}', '{{> house-head title="x"}}')
    const before = withEntry('templates', 'own-note', own)
    before.partials = withEntry('partials', 'house-head', '{{title}}').partials
    const broken = textFile(path, 'From {{brief.autor}}\n')
    const { warnings } = planned([...houseFiles.filter((file) => file.path !== path), broken], {
      library: before,
    })
    expect(warnings).toHaveLength(2)
    expect(warnings.every(({ severity }) => severity === 'warning')).toBe(true)
    expect(warnings[1]?.message).toMatch(/^the template `own-note` would no longer be in order: .*`autor`/)
  })

  it('T16: says so when the casebook cannot be read, and plans all the same', () => {
    const plan = planImport(packedWith(houseFiles), { library, own: new Map(), builtIn: new Map() }, host)
    expect(plan).toMatchObject({ ok: true, warnings: [{ severity: 'warning', code: 'pack/not-checked' }] })
  })
})
