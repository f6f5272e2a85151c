import { describe, expect, it } from 'vitest'
import { placeKey } from '../../../engine/base/index.js'
import { bodyLine, faults, staticFaults, type Trial, text } from '../../small/trial.js'

/** `line:column message` of each fault, lines counted from the start of the body. */
function found(body: string, trial: Trial = {}): string[] {
  return staticFaults(body, trial).map(({ message, at }) => {
    const line =
      at && 'file' in at && at.file === 'templates/trial.hbs' && at.line !== undefined
        ? `${at.line - bodyLine + 1}:${at.column}`
        : at && placeKey(at)
    return `${line} ${message}`
  })
}

describe('checks of a partial with what it is given', () => {
  const partials = {
    deal: '{{stake}}\n{{nam}}',
    parties: '{{#each who as |actor|}}{{actor.kind}}{{actor.stake}}{{/each}}',
    optional: '---\narguments: [note]\n---\n{{#if note}}{{note}}{{/if}}{{name}}',
    twice: '{{> deal}}{{> deal}}',
  }

  it('T7 reads its names in the context it is called with', () => {
    expect(found('{{> deal deal}}', { partials })).toEqual([
      'templates/partials/deal.hbs:2:3 no field `nam` in a record of `deals`',
    ])
    expect(found('{{#each actors}}{{> deal}}{{/each}}', { partials })).toEqual([
      'templates/partials/deal.hbs:1:3 no field `stake` in a record of `actors`',
      'templates/partials/deal.hbs:2:3 no field `nam` in a record of `actors`',
    ])
  })
  it('T7 reads the arguments that it is called with', () => {
    expect(found('{{> parties who=deal.parties}}', { partials })).toEqual([
      'templates/partials/parties.hbs:1:41 no field `stake` in a record of `actors`',
    ])
    expect(found('{{> parties who=deals}}', { partials })).toEqual([])
    expect(found('{{> parties}}', { partials })).toEqual([
      'templates/partials/parties.hbs:1:9 no field `who` here',
    ])
  })
  it('T7 lets a call leave out what the partial says may be left out', () => {
    expect(found('{{> optional deal}}{{> optional deal note="n"}}', { partials })).toEqual([])
    expect(text('{{> optional deal}}, {{> optional deal note="n"}}', { partials })).toBe(
      'p The | sale, nThe | sale',
    )
  })
  it('T7 tells a fault of a partial once, however often it is called', () => {
    expect(found('{{#with deal}}{{> twice}}{{> twice}}{{> deal}}{{/with}}', { partials })).toHaveLength(1)
  })
  it('T7 finds a partial that calls itself, and none where a block stands in its own kind', () => {
    const boxes = {
      box: '{{#callout}}\n{{> @partial-block}}\n{{/callout}}',
      a: '{{#if deal}}{{> b}}{{/if}}',
      b: '{{> a}}',
    }
    expect(found('{{> a}}', { partials: boxes })).toEqual([
      'templates/partials/b.hbs:1:1 the partial `a` calls itself',
    ])
    const nested = '{{#> box}}\n{{#> box}}\nx\n{{/box}}\n{{/box}}'
    expect(found(nested, { partials: boxes })).toEqual([])
    expect(text(nested, { partials: boxes })).toBe('callout note\ncallout note\np x')
    expect(found('{{#*inline "me"}}{{> me}}{{/inline}}{{> me}}')).toEqual([
      '1:18 the partial `me` calls itself',
    ])
  })
  it('T7 follows layouts, blocks of partials and partials within the text', () => {
    const trial: Trial = {
      head: 'layout: page\nparameters: [{ name: deal, type: record, collection: deals, label: D, default: sale }]\n',
      layouts: { page: '{{#with casebook}}{{titel}}{{/with}}{{> @body}}' },
      partials: { frame: '{{#with deal}}{{> @partial-block}}{{/with}}' },
    }
    const messages = staticFaults(
      '{{#> frame}}{{stkae}}{{../brief.titel}}{{/frame}}{{#*inline "x"}}{{@index}}{{stkae}}{{/inline}}{{> x deal}}',
      trial,
    ).map(({ message }) => message)
    expect(messages).toEqual([
      'no field `titel` in `casebook`',
      'no field `stkae` in a record of `deals`',
      'no field `titel` in `brief`',
      'no field `stkae` in a record of `deals`',
    ])
    expect(staticFaults('x', { head: 'layout: l\n', layouts: { l: 'no text' } })).toMatchObject([
      { code: 'layout/no-body', at: { file: 'templates/layouts/l.hbs' } },
    ])
  })
  it('T7 finds a partial block that a call does not give, unless the partial asks first', () => {
    const boxes = {
      box: '{{> @partial-block}}',
      ask: '{{#if @partial-block}}{{> @partial-block}}{{else}}none{{/if}}',
    }
    expect(staticFaults('{{> box}}', { partials: boxes })).toMatchObject([{ code: 'template/no-block' }])
    expect(text('{{> ask}}{{#> ask}}, some{{/ask}}', { partials: boxes })).toBe('p none, some')
    expect(staticFaults('{{@partial-block}}')).toMatchObject([{ code: 'template/argument' }])
  })
})

describe('checks of what helpers are given', () => {
  it('T7 reads names of fields between quotation marks', () => {
    expect(found('{{list (where deals "stauts" "x")}}{{list (sortBy deals "parties.nmae")}}')).toEqual([
      '1:22 no field `stauts` in a record of `deals`',
      '1:58 no field `nmae` in a list',
    ])
    expect(found('{{#each (groupBy deals "knd") as |g|}}{{g.key.x}}{{/each}}')).toEqual([
      '1:25 no field `knd` in a record of `deals`',
    ])
    expect(found('{{#each (groupBy deals "kind") as |g|}}{{g.key.x}}{{/each}}')).toEqual([
      '1:42 no field `x` in a plain value',
    ])
    expect(found('{{termsTable deal except="stake, stkae"}}{{barChart deals fields="stkae"}}')).toEqual([
      '1:34 no field `stkae` in a record of `deals`',
      '1:67 no field `stkae` in a record of `deals`',
    ])
  })
  it('T7 compares values that are written out with what the helper asks for', () => {
    const wrong: [string, string][] = [
      ['{{show deal.stake precision="a"}}', 'found `a` for `precision`, expected a number'],
      ['{{show deal.stake cite="false"}}', 'found `false` for `cite`, expected `true` or `false`'],
      ['{{show deal.stake unit="tonne"}}', 'no unit `tonne`'],
      ['{{passage deals}}', 'found a list for `passage`, expected one record'],
      ['{{termsTable deal.stake}}', 'found a claim for `termsTable`, expected one record'],
      ['{{table deal.name columns="x"}}', 'found a plain value for `table`, expected a list of records'],
      ['{{#each "deals"}}x{{/each}}', 'found `deals` for `each`, expected a list'],
      ['{{#with (record "deel" "x")}}x{{/with}}', 'no collection `deel`'],
      ['{{section "backgruond"}}', 'no section `backgruond`'],
      [
        '{{image "assets/a.png" alt="x" width="wide"}}',
        'found `wide` for `width`, expected a share of the width like `50%`',
      ],
      ['{{sources columns="two"}}', 'found `two` for `columns`, expected a number'],
      ['{{t "nothing like it"}}', 'no phrase `nothing like it`'],
    ]
    for (const [body, message] of wrong) {
      expect(
        staticFaults(body).map((one) => one.message),
        body,
      ).toEqual([message])
    }
    expect(staticFaults('{{lookup deal "stkae"}}')).toMatchObject([{ code: 'template/unknown-field' }])
  })
  it('T7 knows the shape of what a helper gives', () => {
    expect(found('{{#with (record "deals" "sale") as |d|}}{{d.nope}}{{/with}}')).toHaveLength(1)
    expect(found('{{#with (first (sortBy deals "name"))}}{{nope}}{{/with}}')).toHaveLength(1)
    expect(found('{{#each (latest deals "signed" 2)}}{{nope}}{{/each}}')).toHaveLength(1)
    expect(found('{{#with (lookup deal "stake") as |s|}}{{s.nope}}{{/with}}')).toHaveLength(1)
  })
})

describe('checks of texts beside the template', () => {
  it('T7 finds faults in the default text of a section, in every language, at its place', () => {
    const head = `sections:
  - id: background
    title: B
    default:
      en: Of {{brief.titel}}.
      fr: |
        Un.
          {{brief.titre}}
`
    expect(staticFaults('x', { head })).toMatchObject([
      { message: 'no field `titel` in `brief`', at: { file: 'templates/trial.hbs', line: 12, column: 16 } },
      { message: 'no field `titre` in `brief`', at: { file: 'templates/trial.hbs', line: 15, column: 13 } },
    ])
  })
  it('T7 finds faults of the default that a brief takes where it is written, and of no other', () => {
    const head =
      'sections:\n  - { id: background, title: B, default: { en: "{{brief.titel}}", fr: "{{brief.titre}}" } }\n'
    expect(faults('{{narrative "background"}}', { head })).toMatchObject([
      { message: 'no field `titel` in `brief`', at: { file: 'templates/trial.hbs', line: 9 } },
    ])
    const own = { head, brief: { narrative: { background: 'x' } } }
    expect(faults('{{narrative "background"}}', own)).toEqual([])
  })
  it('T7 finds faults in the narrative of a brief with the partials that it calls', () => {
    const trial = {
      partials: { p: '{{nope}}' },
      brief: { narrative: { background: 'a {{> p deal}} {{#each deals}}{{naem}}{{/each}}' } },
    }
    expect(faults('{{narrative "background"}}', trial)).toMatchObject([
      { message: 'no field `nope` in a record of `deals`', at: { file: 'templates/partials/p.hbs' } },
      { message: 'no field `naem` in a record of `deals`', at: { section: 'background', column: 33 } },
    ])
  })
})
