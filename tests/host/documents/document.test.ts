import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Choice,
  conflictOf,
  type Document,
  documentOf,
  isUnsaved,
  proceed,
} from '../../../host/documents/document.js'
import { snapshotOf } from '../../../host/documents/snapshot.js'

const start = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\n'

function opened(text = start): Document {
  return documentOf('briefs/a.brief.yaml', snapshotOf(text))
}

function typed(document: Document, text: string, now = 0, version = document.version): Document {
  return proceed(document, {
    type: 'changed',
    text,
    view: `at ${text.length}`,
    kind: 'narrative',
    version,
    now,
  })
}

function seen(document: Document, text: string): Document {
  return proceed(document, { type: 'looked', disk: { kind: 'there', snapshot: snapshotOf(text) }, now: 0 })
}

describe('a document and what another program writes', () => {
  it('takes it up where nothing was edited, and undo brings back what was there', () => {
    const one = seen(opened(), start.replace('two', 'TWO'))
    expect(one.text).toContain('TWO')
    expect(isUnsaved(one)).toBe(false)
    expect(one.notice?.code).toBe('document/taken-up')
    expect(proceed(one, { type: 'undone' }).text).toBe(start)
  })

  it('merges what is far from what was edited', () => {
    const one = seen(typed(opened(), start.replace('two', 'TWO')), start.replace('six', 'SIX'))
    expect(one.text).toBe(start.replace('two', 'TWO').replace('six', 'SIX'))
    expect(isUnsaved(one)).toBe(true)
    expect(one.notice?.code).toBe('document/merged')
  })

  it('shows both sides where both changed the same line, and takes what is chosen', () => {
    const one = seen(typed(opened(), start.replace('two', 'mine')), start.replace('two', 'theirs'))
    expect(one.text).toContain('mine')
    expect(conflictOf(one)).toEqual([
      { kind: 'settled', text: 'one' },
      { kind: 'both', mine: 'mine', base: 'two', theirs: 'theirs' },
      { kind: 'settled', text: 'three\nfour\nfive\nsix\nseven\n' },
    ])
    const results = (
      ['mine', 'theirs', 'mine-then-theirs', 'theirs-then-mine', { text: 'else' }] as Choice[]
    ).map((choice) => proceed(one, { type: 'chosen', choices: [choice], now: 0 }))
    expect(results.map(({ text }) => text.split('three')[0])).toEqual([
      'one\nmine\n',
      'one\ntheirs\n',
      'one\nmine\ntheirs\n',
      'one\ntheirs\nmine\n',
      'one\nelse\n',
    ])
    expect(results.every((result) => conflictOf(result) === undefined)).toBe(true)
  })

  it('keeps what was typed by a view that had not yet heard of a merge, and the merge', () => {
    const before = typed(opened(), start.replace('two', 'tw'))
    const merged = seen(before, start.replace('six', 'SIX'))
    const late = typed(merged, start.replace('two', 'tw!'), 0, before.version)
    expect(late.text).toBe(start.replace('two', 'tw!').replace('six', 'SIX'))
    const later = typed(late, start.replace('two', 'tw!!'), 0, before.version)
    expect(later.text).toBe(start.replace('two', 'tw!!').replace('six', 'SIX'))
  })

  it('shows both sides when a view that had not heard of a change edits the same line', () => {
    const before = opened()
    const late = typed(
      seen(before, start.replace('six', 'SIX')),
      start.replace('six', 'mine'),
      0,
      before.version,
    )
    expect(conflictOf(late)).toContainEqual({ kind: 'both', mine: 'mine', base: 'six', theirs: 'SIX' })
  })

  it('that only changed the ends of lines changes nothing the author sees', () => {
    const one = seen(typed(opened(), `${start}more\n`), start.replaceAll('\n', '\r\n'))
    expect(one.text).toBe(`${start}more\n`)
    expect(conflictOf(one)).toBeUndefined()
  })
})

describe('undo and redo', () => {
  it('take typing back in steps, one for what was typed without a pause', () => {
    let one = opened('')
    for (const [index, text] of ['a', 'ab', 'abc', 'abcd'].entries()) one = typed(one, text, index * 100)
    one = typed(one, 'abcd e', 5000)
    one = proceed(one, { type: 'undone' })
    expect([one.text, one.view]).toEqual(['abcd', 'at 4'])
    one = proceed(one, { type: 'undone' })
    expect([one.text, one.view]).toEqual(['', undefined])
    one = proceed(proceed(one, { type: 'redone' }), { type: 'redone' })
    expect([one.text, one.view]).toEqual(['abcd e', 'at 6'])
  })

  it('keep a setting and typing apart, in the order they were made', () => {
    let one = typed(opened('a\n'), 'ab\n', 0)
    one = proceed(one, {
      type: 'changed',
      text: 'abc\n',
      view: 1,
      kind: 'setting',
      version: one.version,
      now: 1,
    })
    one = typed(one, 'abcd\n', 2)
    expect(one.past.map(({ kind }) => kind)).toEqual(['narrative', 'setting', 'narrative'])
  })

  it('take a paragraph back whole, with the line that it begins', () => {
    let one = typed(opened('a\n'), 'ab\n', 0)
    for (const [index, text] of ['ab\n\nc\n', 'ab\n\ncd\n', 'ab\n\ncde\n'].entries())
      one = typed(one, text, 100 * (index + 1))
    one = proceed(one, { type: 'undone' })
    expect(one.text).toBe('ab\n')
  })

  it('go back and forth over any changes without losing a letter', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        let one = opened('start')
        for (const [index, text] of texts.entries()) one = typed(one, text, index * 700)
        const [last, steps] = [one.text, one.past.length]
        for (let step = 0; step < steps; step += 1) one = proceed(one, { type: 'undone' })
        expect(one.text).toBe('start')
        for (let step = 0; step < steps; step += 1) one = proceed(one, { type: 'redone' })
        expect(one.text).toBe(last)
      }),
    )
  })
})

/** Whatever can happen to a file, with the places it happens at as fractions. */
const happenings = fc.oneof(
  fc.record({ type: fc.constant('type' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ type: fc.constant('remove' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ type: fc.constant('rewrite' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ type: fc.constant('type late' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ type: fc.constant('foreign line' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({
    type: fc.constant('foreign removal' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({
    type: fc.constant('foreign rewriting' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.constantFrom(
    { type: 'foreign deletion' as const },
    { type: 'look' as const },
    { type: 'save' as const },
    { type: 'save' as const },
    { type: 'crash' as const },
    { type: 'undo' as const },
    { type: 'redo' as const },
    { type: 'choose' as const },
  ),
)

describe('no line is lost', () => {
  it('in any sequence of edits, foreign writes, saves, crashes and merges, unless someone took it out', () => {
    fc.assert(
      fc.property(fc.array(happenings, { maxLength: 40 }), (sequence) => {
        const world = newWorld()
        for (const one of sequence) world.happen(one)
        world.finish()
        const lines = new Set(world.disk()?.split('\n'))
        expect([...world.wanted].filter((line) => !lines.has(line))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})

type One = typeof happenings extends fc.Arbitrary<infer T> ? T : never

/**
 * An author, another program and a disk. `wanted` holds every line that one of them wrote and neither took out again;
 * each line is written once. Where there is a choice, both sides are taken.
 */
function newWorld() {
  let disk: string | undefined = start
  let document = opened()
  /** What the view showed before the disk was looked at last. */
  let stale: { text: string; version: number } | undefined
  let count = 0
  const wanted = new Set(start.split('\n').filter((line) => line !== ''))
  const fresh = (who: string) => {
    const line = `${who} ${++count}`
    wanted.add(line)
    return line
  }
  const cut = (text: string, at: number, removed: number, ...lines: string[]) => {
    const all = text.split('\n')
    const gone = all.splice(Math.floor(at * (all.length - 1)), removed, ...lines)
    for (const line of gone) wanted.delete(line)
    return all.join('\n')
  }
  const author = (text: string, version = document.version) => {
    document = typed(document, text, count * 10_000, version)
  }
  const look = () => {
    const before = { text: document.text, version: document.version }
    document =
      disk === undefined
        ? proceed(document, { type: 'looked', disk: { kind: 'gone', gone: 'file' }, now: 0 })
        : seen(document, disk)
    if (document.text !== before.text) stale = before
  }
  const choose = () => {
    const parts = conflictOf(document)?.filter(({ kind }) => kind === 'both') ?? []
    document = proceed(document, { type: 'chosen', choices: parts.map(() => 'mine-then-theirs'), now: 0 })
  }
  const write = () => {
    disk = document.text
    document = proceed(document, { type: 'written', snapshot: snapshotOf(disk) })
  }
  /** Going back is the author's doing: what it takes out is no longer wanted, and what it brings is. */
  const step = (type: 'undone' | 'redone') => {
    const before = document.text.split('\n')
    document = proceed(document, { type })
    const now = document.text.split('\n')
    for (const line of before) if (!now.includes(line)) wanted.delete(line)
    const kept = document.base?.text.split('\n') ?? []
    const there = disk?.split('\n') ?? []
    for (const line of now.filter((line) => line !== '' && !before.includes(line))) {
      // Only as it was: that the other program took it out still holds.
      if (!kept.includes(line) || there.includes(line) || disk === undefined) wanted.add(line)
    }
  }
  return {
    wanted,
    disk: () => disk,
    happen(one: One) {
      switch (one.type) {
        case 'type':
          return author(cut(document.text, one.at, 0, fresh('author')))
        case 'remove':
          return author(cut(document.text, one.at, 1))
        case 'rewrite':
          return author(cut(document.text, one.at, 1, fresh('author')))
        case 'type late': {
          if (!stale || document.takenUp.at(-1)?.version !== document.version) return
          author(cut(stale.text, one.at, 0, fresh('author')), stale.version)
          stale = undefined
          return
        }
        case 'foreign line':
          if (disk !== undefined) disk = cut(disk, one.at, 0, fresh('other'))
          return
        case 'foreign removal':
          if (disk !== undefined) disk = cut(disk, one.at, 1)
          return
        case 'foreign rewriting':
          if (disk !== undefined) disk = cut(disk, one.at, 1, fresh('other'))
          return
        case 'foreign deletion':
          // What it held and nobody has read went with it; the text is still the author's.
          for (const line of disk?.split('\n') ?? []) if (!document.text.includes(line)) wanted.delete(line)
          disk = undefined
          return
        case 'look':
          return look()
        case 'save':
          look()
          if (!document.gone && !document.theirs) write()
          return
        case 'crash': {
          const { file, text, view, base } = document
          if (!isUnsaved(document) || !base) return
          document = { ...documentOf(file, snapshotOf(base.raw)), text, view, isRecovered: true }
          stale = undefined
          return look()
        }
        case 'undo':
          return step('undone')
        case 'redo':
          return step('redone')
        case 'choose':
          return choose()
      }
    },
    finish() {
      look()
      choose()
      if (document.gone) document = { ...document, gone: undefined }
      write()
    },
  }
}
