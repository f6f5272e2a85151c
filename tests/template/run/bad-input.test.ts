import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Casebook, CasebookRecord } from '../../../engine/casebook/index.js'
import { helpers } from '../../../engine/template/index.js'
import { builtScript } from '../../host/built-script.js'
import { build, faults, staticFaults, templateOf } from '../../small/trial.js'
import { twoDeals } from '../../small/two-deals.js'

function withRecords(count: number): Casebook {
  const casebook = twoDeals()
  const [one] = casebook.collections.deals as [CasebookRecord]
  const deals = Array.from({ length: count }, (_, index) => ({ ...one, id: `deal-${index}` }))
  return { ...casebook, collections: { ...casebook.collections, deals } }
}

const codes = (diagnostics: { code: string }[]) => diagnostics.map(({ code }) => code)

describe('what would never end, or never fit', () => {
  it('T17 ends a loop over a million rows', () => {
    const casebook = withRecords(30_000)
    const bodies = [
      '{{#each deals}}{{#each ../risks}}{{#each ../../sources}}{{#each ../../../risks}}x{{/each}}{{/each}}{{/each}}{{/each}}',
      '{{table deals columns="name, kind, parties, status, stake, price, volume, signed, terms"}}',
      '{{#each risks}}{{count (where deals kind="x")}}{{count (where deals kind="y")}}{{count (where deals kind="z")}}{{/each}}',
    ]
    for (const body of bodies) {
      expect(codes(faults(body, { head: '', casebook })), body).toContain('template/endless')
    }
  })
  it('T17 ends loops within loops, and filters within loops', () => {
    const deep = `${'{{#each risks}}'.repeat(13)}x${'{{/each}}'.repeat(13)}`
    expect(codes(faults(deep))).toEqual(['template/endless'])
    const casebook = withRecords(3000)
    const body = '{{#each deals}}{{count (where deals kind="x")}}{{/each}}'
    expect(codes(faults(body, { head: '', casebook }))).toContain('template/endless')
  })
  it('T17 ends partials that multiply', () => {
    const partials = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `p${index}`,
        index === 29 ? 'x' : `{{> p${index + 1}}}{{> p${index + 1}}}`,
      ]),
    )
    expect(codes(faults('{{> p0}}', { partials }))).toEqual(['template/endless'])
  })
  it('T17 ends ten megabytes of text, read or printed', () => {
    const long = 'word '.repeat(2_100_000)
    expect(codes(faults(long))).toEqual(['template/too-large'])
    const some = 'word '.repeat(20_000)
    expect(
      codes(
        faults(
          `{{#each risks}}{{#each risks}}{{#each risks}}{{#each risks}}${some}{{/each}}{{/each}}{{/each}}{{/each}}`,
        ),
      ),
    ).toEqual(['template/endless'])
    expect(
      codes(faults('{{narrative "background"}}', { brief: { narrative: { background: long } } })),
    ).toContain('template/too-large')
  })
  it('T17 refuses what is nested too deep for any reader', () => {
    const deep = (one: string, end: string, count = 5000) => one.repeat(count) + end.repeat(count)
    expect(codes(faults(deep('{{#if deal}}', '{{/if}}')))).toEqual(['template/too-large'])
    expect(codes(faults(`{{#if ${deep('(not ', ')')}}}x{{/if}}`))).toContain('template/too-large')
    expect(codes(faults(`${'{{#callout}}\n'.repeat(40)}x${'\n{{/callout}}'.repeat(40)}`))).toEqual([
      'model/too-large',
    ])
    expect(codes(faults(`${'>'.repeat(3000)} x`))).toContain('model/too-large')
    expect(codes(faults(Array.from({ length: 300 }, (_, i) => `${'  '.repeat(i)}- x`).join('\n')))).toContain(
      'model/too-large',
    )
  })
  it.each(['*', '['])('T17 reads twenty thousand `%s` in a row without end', async (one) => {
    const script = await builtScript(new URL('builds-one-model.ts', import.meta.url))
    // What hangs cannot be interrupted but from outside: it takes minutes, or for ever.
    const input = `${one.repeat(20_000)}x`
    const ran = spawnSync(process.execPath, [script], { input, timeout: 300_000, encoding: 'utf8' })
    expect([ran.stdout, ran.stderr, ran.signal]).toEqual(['done\n', '', null])
  })
  it('T17 finds partials and layouts that call themselves, in whatever way', () => {
    const partials = {
      a: '{{#each deals}}{{> b}}{{/each}}',
      b: '{{#> c}}{{> a}}{{/c}}',
      c: '{{> @partial-block}}',
    }
    expect(staticFaults('{{> a}}', { partials })).toMatchObject([{ code: 'template/partial-cycle' }])
    const layouts = { page: '{{> page}}{{> @body}}' }
    expect(staticFaults('x', { head: 'layout: page\n', layouts })).toMatchObject([
      { code: 'template/unknown-partial' },
    ])
    expect(
      staticFaults('{{> page}}', {
        head: 'layout: page\n',
        layouts: { page: '{{> @body}}' },
        partials: { page: '{{> @body}}' },
      }),
    ).toMatchObject([{ code: 'template/misplaced' }])
    expect(
      faults('{{narrative "background"}}', {
        brief: { narrative: { background: 'x{{narrative "background"}}' } },
      }),
    ).toEqual([])
  })
  it.each(['{{> head @index}}', '{{#> head @index}}{{/head}}', '{{> head @first}}'])(
    'T17 reads a partial that is given nothing for `this`, and blocks in it: %s',
    (call) => {
      const head =
        '{{#section "A"}}\n{{deal.name}}\n{{/section}}\n\n{{#callout}}\n{{deal.name}}\n{{/callout}}\n'
      expect(faults(call, { partials: { head } })).toEqual([])
    },
  )
  it('T17 has a diagnostic for an empty collection, or prints nothing', () => {
    for (const body of [
      '{{sankey flows}}',
      '{{routeMap flows}}',
      '{{timeline events}}',
      '{{ownership assets}}',
      '{{statTable minerals fields="x"}}',
      '{{riskMatrix flows}}',
    ]) {
      expect(
        faults(body).map((one) => one.severity),
        body,
      ).toContain('error')
    }
    for (const body of [
      '{{table flows columns="name"}}',
      '{{#each flows}}{{name}}{{/each}}',
      '{{count flows}}',
      '{{list flows}}',
      '{{#with (first flows)}}{{origin}}{{/with}}',
      '{{sum flows "length"}}'.replace('"length"', '"mode"'),
    ]) {
      expect(
        faults(body).filter((one) => one.severity === 'error'),
        body,
      ).toEqual([])
    }
  })
})

describe('tricks with names', () => {
  it('T17 cannot reach prototypes or functions by any path', () => {
    const names = [
      'constructor',
      '__proto__',
      'prototype',
      'toString',
      'valueOf',
      'hasOwnProperty',
      '__defineGetter__',
    ]
    const owners = [
      '',
      'deal.',
      'deal.stake.',
      'deals.',
      'brief.',
      'casebook.',
      '@root.',
      'this.',
      './',
      'deal.name.',
      'deal.parties.',
    ]
    for (const name of names) {
      for (const owner of owners) expect(staticFaults(`{{${owner}${name}}}`), owner + name).toHaveLength(1)
      for (const body of [
        `{{lookup deal "${name}"}}`,
        `{{lookup brief (lookup (lookup deals 0) "${name}")}}`,
        `{{list (where deals ${name}="x")}}`,
        `{{#${name}}}x{{/${name}}}`,
        `{{> ${name}}}`,
        `{{${name} deal}}`,
        `{{(${name})}}`,
        `{{lookup deal (t en="${name}")}}`,
      ]) {
        expect(faults(body).filter((one) => one.severity === 'error').length, body).toBeGreaterThan(0)
      }
    }
    for (const body of [
      '{{@run}}',
      '{{@partial-block}}',
      '{{@body}}',
      '{{$print deal}}',
      '{{helperMissing}}',
      '{{blockHelperMissing deal}}',
      '{{log deal}}',
      '{{list @partial-block}}',
    ]) {
      expect(staticFaults(body).length, body).toBeGreaterThan(0)
    }
  })
  it('T17 takes such names for names where a brief or a template gives them', () => {
    const head =
      'parameters:\n  - { name: constructor, type: text, label: C }\nsections:\n  - { id: constructor, title: C }\n'
    expect(
      faults('{{constructor}}{{narrative "constructor"}}{{section "constructor"}}', { head }).filter(
        (one) => one.severity === 'error',
      ),
    ).toEqual([])
    expect(
      faults('{{> p constructor="x" toString="y"}}', { partials: { p: '{{constructor}}{{toString}}' } }),
    ).toEqual([])
  })
  it('T2 refuses a parameter with the name of a collection', () => {
    expect(() =>
      templateOf('x', { head: 'parameters:\n  - { name: deals, type: flag, label: D }\n' }),
    ).toThrow('template/reserved-name')
  })
})

describe('helpers given anything', () => {
  const values = [
    'deal',
    'deals',
    'deal.stake',
    'deal.price',
    'deal.volume',
    'deal.terms',
    'deal.stake.value',
    'deal.name',
    'deal.status',
    'deal.signed',
    'deal.parties',
    'risks',
    'flows',
    'brief',
    'casebook',
    'brief.asOf',
    'brief.cc',
    '""',
    '"x"',
    '"name"',
    '"name, stake"',
    '"2026-02-03"',
    '"deals"',
    '"sale"',
    '"background"',
    '0',
    '3',
    '-1',
    '1e21',
    'true',
    'false',
    'null',
    'undefined',
    '(t en="x")',
    '(show deal.stake)',
    '(groupBy risks "category")',
    '(first (groupBy risks "category"))',
    '(status deal words=true)',
    '(list deals)',
    '(count deals)',
    '(first flows)',
    '(and deal deal.stake)',
    '(capital deal.kind)',
    '(lookup deal "price")',
    '(section "x")',
    '@root',
    '@index',
    'this',
    'deal.price.alternatives',
    'deal.price.sources',
    '(record "deals" "lease")',
  ]
  const value = fc.constantFrom(...values)

  it.each([...helpers.values()].map((helper) => [helper.name, helper] as const))(
    'T17 `%s` never throws and never prints what is not for readers',
    (name, helper) => {
      const [least, most] = helper.takes
      const named = helper.named.includes('*') ? ['name', 'kind', 'zzz'] : helper.named
      const call = fc.record({
        given: fc.array(value, { minLength: least, maxLength: Math.min(most, least + 2) }),
        hash: fc.uniqueArray(fc.tuple(fc.constantFrom('', ...named), value), {
          maxLength: 3,
          selector: ([key]) => key,
        }),
      })
      fc.assert(
        fc.property(call, ({ given, hash }) => {
          const words = [
            name,
            ...given,
            ...hash.filter(([key]) => key !== '').map(([key, one]) => `${key}=${one}`),
          ].join(' ')
          const bodies = [
            ...(helper.form === 'block' ? [] : [`a {{${words}}}\n\n{{list (${words}) "b"}}`]),
            ...(helper.form === 'inline'
              ? []
              : [
                  `{{#${words}}}\nin {{#column "c"}}x{{/column}}\n{{else}}\nelse\n{{/${name}}}`.replace(
                    '{{else}}\nelse\n',
                    ['if', 'each', 'with', 'unless'].includes(name) ? '{{else}}\nelse\n' : '',
                  ),
                ]),
          ]
          for (const body of bodies) {
            const model = build(body)
            const shown = JSON.stringify(model)
            expect(shown, body).not.toMatch(/\[object |\bNaN\b|function \(|=> \{/)
            if (model.ok) expect(shown, body).not.toMatch(/"text":"undefined"/)
          }
        }),
        { numRuns: 30 },
      )
    },
  )
})
