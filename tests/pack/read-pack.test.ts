import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeUtf8 } from '../../engine/base/index.js'
import type { StoredFile } from '../../engine/dossier/index.js'
import { buildPack } from '../../engine/pack/index.js'
import { themeFaults } from '../../host/packs/theme-faults.js'
import {
  faultsOf,
  host,
  houseFiles,
  houseNote,
  houseStyle,
  messagesOf,
  packAround,
  packOf,
  png,
  read,
  textFile,
} from './made-packs.js'

const bytes = encodeUtf8('x')
const [note, head, mark] = houseFiles as [StoredFile, StoredFile, StoredFile]

describe('a pack that is read', () => {
  it('T16: is what was put in, sorted by path', () => {
    const pack = read(packOf())
    if (!pack.ok) throw new Error(JSON.stringify(pack.diagnostics))
    expect(pack.value.about).toEqual(houseStyle)
    expect(pack.value.files.map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      'picture assets/house/mark.png',
      'template templates/house-note.hbs',
      'partial templates/partials/house-head.hbs',
    ])
    expect(pack.warnings).toEqual([])
  })

  it('T16: is the same bytes from the same files, in whatever order they come', () => {
    expect(packOf([...houseFiles].reverse())).toEqual(packOf())
  })

  it('T16: is refused where a name leads out of the workspace, or is one that not every system has', () => {
    const names = [
      ...[
        '../up.hbs',
        'templates/../../up.hbs',
        '/etc/passwd',
        'C:\\up.hbs',
        'C:/up.hbs',
        '\\\\server\\up.hbs',
      ],
      ...[
        'templates\\up.hbs',
        'templates/a\0.hbs',
        'templates/con.hbs',
        'templates/LPT1.hbs',
        'templates/com¹.hbs',
      ],
      ...[
        'assets/x.png.',
        'assets/x.png ',
        'templates//x.hbs',
        './templates/x.hbs',
        '',
        'templates/x.hbs:stream',
      ],
      ...[
        'templates/.git/x.hbs',
        `assets/${'long/'.repeat(60)}x.png`,
        'assets/gpj\u202egnp.png',
        '~/x|y.hbs',
      ],
    ]
    for (const path of names) {
      expect({
        path,
        faults: faultsOf([...packOf(), { path, bytes }]).map((one) => one.split(' ')[0]),
      }).toEqual({
        path,
        faults: ['pack/outside'],
      })
    }
  })

  it('T16: never prints what steers a terminal or a window', () => {
    const path = 'templates/\u001b[2J\u202e.hbs'
    const [fault] = messagesOf([...packOf(), { path, bytes }])
    expect(fault?.message).toContain('templates/\ufffd[2J\ufffd.hbs')
    expect(JSON.stringify(read([...packOf(), { path, bytes }]))).not.toMatch(/\\u001b|\u202e/)
    const title = packAround(houseFiles, (manifest) => {
      manifest['title'] = 'House\u001b]0;x\u0007'
    })
    expect(faultsOf(title)).toEqual(['pack/manifest manifest.json'])
  })

  it('T16: is refused where two names are the same on some disk', () => {
    expect(faultsOf([...packOf(), note])).toEqual(['pack/repeated templates/house-note.hbs'])
    expect(faultsOf([...packOf(), { ...note, path: 'templates/House-Note.hbs' }])).toEqual([
      'pack/repeated templates/House-Note.hbs',
    ])
    // é in one letter, and as e with an accent.
    const twice = ['assets/\u00e9.png', 'assets/e\u0301.png'].map((path) => ({ path, bytes: png }))
    expect(faultsOf(packAround(twice))).toEqual(['pack/repeated assets/e\u0301.png'])
  })

  it('T16: is refused with what no pack holds', () => {
    const names = [
      'casebook/deals.yaml',
      'run.js',
      'assets/run.js',
      'templates/themes/x.hbs',
      'briefs/a.brief.yaml',
    ]
    for (const path of names) {
      expect(faultsOf(packAround([...houseFiles, { path, bytes }]))).toEqual([`pack/kind ${path}`])
    }
    expect(faultsOf([...packOf(), { path: 'Manifest.json', bytes }])).toEqual(['pack/kind Manifest.json'])
  })

  it('T16: is refused without a manifest that we know', () => {
    const [manifest, ...files] = packOf() as [StoredFile, ...StoredFile[]]
    expect(faultsOf(files)).toEqual(['pack/no-manifest manifest.json'])
    expect(faultsOf([])).toEqual(['pack/no-manifest manifest.json'])
    for (const text of [
      '',
      '{',
      '[]',
      'null',
      '"briefwright-pack/1"',
      '{"format":7}',
      '{"format":"briefwright-dossier/1"}',
    ]) {
      expect(faultsOf([{ ...manifest, bytes: encodeUtf8(text) }, ...files])).toEqual([
        'pack/manifest manifest.json',
      ])
    }
    expect(faultsOf([{ ...manifest, bytes: Uint8Array.from([0xff, 0xfe, 0x7b]) }, ...files])).toEqual([
      'pack/manifest manifest.json',
    ])
    const incomplete = packAround(houseFiles, (one) => {
      delete one['title']
      one['version'] = 'latest'
    })
    expect(messagesOf(incomplete).map(({ message }) => message)).toEqual([
      '`title` in the manifest is missing or not as it should be',
      '`version` in the manifest is missing or not as it should be',
    ])
  })

  it('T16: says which program a newer pack needs', () => {
    const newer = packAround(houseFiles, (manifest) => {
      manifest['format'] = 'briefwright-pack/2'
      manifest['files'] = 'in another form' as never
    })
    expect(messagesOf(newer)).toEqual([
      {
        message: 'the pack has format 2, this program reads formats up to 1',
        hints: ['update Briefwright, or ask for the pack in the older format'],
      },
    ])
    const later = (minimumProgram: string) =>
      faultsOf(
        packAround(houseFiles, (manifest) => {
          manifest['minimumProgram'] = minimumProgram
        }),
      )
    expect(later('999.0.0')).toEqual(['pack/newer-program manifest.json'])
    expect(later('0.0.1')).toEqual([])
    expect(later(host.version())).toEqual([])
  })

  it('T16: is refused where its manifest lies', () => {
    const first = (edit: (file: { bytes: number; sha256: string; kind: string }) => void) =>
      faultsOf(packAround(houseFiles, ({ files: [file] }) => file && edit(file)))
    const changed = ['pack/changed templates/house-note.hbs']
    expect(first((file) => (file.sha256 = '0'.repeat(64)))).toEqual(changed)
    expect(first((file) => (file.bytes += 1))).toEqual(changed)
    expect(first((file) => (file.kind = 'partial'))).toEqual(changed)
    expect(faultsOf(packAround(houseFiles).filter(({ path }) => path !== mark.path))).toEqual([
      'pack/missing manifest.json',
    ])
    expect(faultsOf([...packOf(), { path: 'assets/more.png', bytes: png }])).toEqual([
      'pack/unlisted assets/more.png',
    ])
    expect(faultsOf(packAround(houseFiles, ({ files }) => files.push(...files.slice(0, 1))))).toEqual([
      'pack/repeated manifest.json',
    ])
    expect(faultsOf(packAround([]))).toEqual(['pack/empty manifest.json'])
  })

  it('T16: is refused with a file that is not what its name says', () => {
    const wrong = [
      { path: 'assets/mark.png', bytes: encodeUtf8('<svg onload="alert(1)"/>') },
      { path: 'templates/partials/latin.hbs', bytes: Uint8Array.from([0x63, 0x61, 0x66, 0xe9]) },
      textFile('templates/partials/long.hbs', 'x'.repeat(1_000_001)),
      textFile('templates/headless.hbs', 'no front matter'),
      textFile('templates/themes/pale.yaml', 'id: pale\n'),
    ]
    const codes = faultsOf(packAround(wrong))
    expect(codes).toContain('pack/not-a-picture assets/mark.png')
    expect(codes).toContain('pack/not-utf-8 templates/partials/latin.hbs')
    expect(codes).toContain('pack/too-big templates/partials/long.hbs')
    expect(codes).toContain('template/no-front-matter templates/headless.hbs')
    expect(codes).toContain('theme/missing-field templates/themes/pale.yaml')
  })

  it('T16: is refused with a template that is not called as its file', () => {
    expect(faultsOf(packAround([{ ...note, path: 'templates/other.hbs' }, head]))).toEqual([
      'pack/id templates/other.hbs',
    ])
    const both = [note, { ...note, path: 'templates/other.hbs' }, head]
    expect(messagesOf(packAround(both))[0]?.message).toBe(
      '`templates/house-note.hbs` and `templates/other.hbs` both say `id: house-note`',
    )
  })

  it('T16: tells some faults of a pack that is wrong throughout, and not thousands', () => {
    const files = Array.from({ length: 900 }, (_, index) => ({ path: `../${index}.hbs`, bytes }))
    expect(faultsOf(packAround(files)).length).toBeLessThanOrEqual(50)
  })

  it('T16: ends with diagnostics whatever the manifest and names are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.json(), (paths, manifest) => {
        const files = paths.map((path) => ({ path, bytes }))
        expect(read([textFile('manifest.json', manifest), ...files]).ok).toBe(false)
      }),
    )
  })
})

describe('a pack that is made', () => {
  it('T16: is refused with what who imports it would be told', () => {
    const built = buildPack(houseStyle, [{ ...note, path: 'templates/other.hbs' }], host, themeFaults)
    expect(built).toMatchObject({ ok: false, diagnostics: [{ code: 'pack/id' }] })
  })

  it('T16: is refused with words that no pack can have, each with what to do', () => {
    const about = { ...houseStyle, id: 'House Style', title: ' ', version: 'v1' }
    const built = buildPack(about, houseFiles, host, themeFaults)
    if (built.ok) throw new Error('it was made')
    expect(built.diagnostics.map(({ message }) => message)).toEqual([
      'the id of the pack is not a word in small letters, digits and hyphens',
      'the title of the pack is empty, longer than 200 characters or holds control characters',
      'the version of the pack is not three numbers',
    ])
    expect(built.diagnostics.every(({ hints }) => hints.length > 0)).toBe(true)
  })

  it('T16: takes a template with Windows line ends and a byte order mark as it is', () => {
    const windows = textFile(note.path, `\ufeff${houseNote.replaceAll('\n', '\r\n')}`)
    const pack = read(packOf([windows, head]))
    if (!pack.ok) throw new Error(JSON.stringify(pack.diagnostics))
    expect(pack.value.files.find(({ path }) => path === note.path)?.bytes).toEqual(windows.bytes)
  })
})
