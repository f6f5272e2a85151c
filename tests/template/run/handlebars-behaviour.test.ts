import Handlebars from 'handlebars'
import { describe, expect, it } from 'vitest'
import { printed } from '../../small/trial.js'

// What plain Handlebars prints for the same text and the same data, character by character.
const orion = { id: 'orion', name: 'Orion', kind: 'company' }
const glencore = { id: 'glencore', name: 'Glencore', kind: 'company' }
const sale = { id: 'sale', name: 'The | sale', kind: 'purchase', parties: [orion, glencore] }
const lease = { id: 'lease', name: 'Lease', kind: 'lease', parties: [glencore] }
const data = {
  deals: [sale, lease],
  actors: [orion, glencore],
  flows: [],
  deal: sale,
  brief: { title: 'Trial', language: 'en' },
  casebook: { title: 'A small casebook' },
}

interface Case {
  body: string
  partials?: Record<string, string>
  /** What both print, where it is worth reading. */
  prints?: string
}

const cases: Record<string, Case[]> = {
  'values and paths': [
    { body: 'a {{brief.title}} b {{deal.name}} {{ deal.parties.0.name }} {{deal.[name]}} {{deal/kind}}' },
    { body: '{{this.brief.title}} {{./brief.title}} {{@root.brief.title}}', prints: 'Trial Trial Trial' },
    { body: '{{deals.length}} {{deals.[1].name}}', prints: '2 Lease' },
  ],
  'blocks over lists': [
    { body: '{{#each deals}}{{name}};{{/each}}', prints: 'The | sale;Lease;' },
    {
      body: '{{#each deals}}{{this.kind}} {{@index}} {{@key}} {{@first}} {{@last}};{{/each}}'.replaceAll(
        ' {{@first}} {{@last}}',
        '{{#if @first}}first{{/if}}{{#if @last}}last{{/if}}',
      ),
    },
    { body: '{{#each flows}}x{{else}}none{{/each}}', prints: 'none' },
    { body: '{{#each flows}}x{{^}}none{{/each}}', prints: 'none' },
    {
      body: '{{#deals}}[{{name}}]{{/deals}}{{^flows}}no flows{{/flows}}',
      prints: '[The | sale][Lease]no flows',
    },
    { body: '{{#deal}}{{name}}{{/deal}}{{#flows}}x{{else}}y{{/flows}}', prints: 'The | saley' },
    { body: '{{#deals as |d i|}}{{i}}{{d.name}} {{/deals}}' },
  ],
  conditions: [
    { body: '{{#if deal}}a{{else}}b{{/if}}{{#unless flows}}c{{else}}d{{/unless}}', prints: 'ac' },
    {
      body: '{{#each deals}}{{#if (lookup ../flows 0)}}f{{else if @first}}one{{else if @last}}two{{else}}x{{/if}} {{/each}}',
      prints: 'one two ',
    },
    { body: '{{#if flows}}a{{else unless deal}}b{{else}}c{{/if}}', prints: 'c' },
    {
      body: '{{#if 0}}a{{else}}b{{/if}}{{#if 0 includeZero=true}}c{{/if}}{{#if ""}}d{{/if}}{{#if false}}e{{/if}}',
      prints: 'bc',
    },
    {
      body: '{{#with deal}}{{name}}{{else}}none{{/with}} {{#with flows}}x{{else}}none{{/with}}',
      prints: 'The | sale none',
    },
  ],
  'nested contexts': [
    {
      body: '{{#each deals}}{{#each parties}}{{name}} of {{../name}}, {{../../brief.title}}; {{/each}}{{/each}}',
    },
    {
      body: '{{#each deals}}{{#if name}}{{#each parties}}{{../kind}}{{@index}}{{@../index}} {{/each}}{{/if}}{{/each}}',
    },
    {
      body: '{{#with deal}}{{#with brief}}{{/with}}{{../brief.title}} {{#each ../actors}}{{../kind}}{{name}}{{/each}}{{/with}}'.replace(
        '{{#with brief}}{{/with}}',
        '',
      ),
    },
  ],
  'block parameters': [
    {
      body: '{{#each deals as |d i|}}{{i}}: {{d.name}} {{#each d.parties as |p|}}{{p.name}}/{{d.kind}}/{{i}} {{/each}}{{/each}}',
    },
    {
      body: '{{#with deal as |one|}}{{one.name}} {{#with brief as |one|}}{{one.title}}{{/with}} {{one.kind}}{{/with}}'.replace(
        '{{#with brief',
        '{{#with ../brief',
      ),
    },
    { body: '{{#each deals as |name|}}{{name.kind}} {{/each}}', prints: 'purchase lease ' },
  ],
  'sub-expressions': [
    {
      body: '{{lookup (lookup deals 1) "name"}} {{#with (lookup deals 0)}}{{kind}}{{/with}}',
      prints: 'Lease purchase',
    },
    { body: '{{#each (lookup deal "parties")}}{{name}} {{/each}}' },
  ],
  'comments and escapes': [
    { body: 'a{{! a comment }}b{{!-- with }} in it --}}c', prints: 'abc' },
    { body: 'a\n{{! on a line of its own }}\nb', prints: 'a\nb' },
    { body: '\\{{brief.title}} \\\\{{brief.title}} {{brief.title}}' },
    { body: '{{"deal.name"}}'.replace('{{"deal.name"}}', '{{lookup deal "name"}} {{lookup deal \'kind\'}}') },
  ],
  'whitespace control': [
    { body: 'a  {{~brief.title~}}  b', prints: 'aTrialb' },
    { body: 'a\n{{~#if deal~}}\n  b \n{{~else~}}\n c\n{{~/if~}}\n d', prints: 'abd' },
    { body: 'a\n{{#if deal}}\n  b\n{{/if}}\nc\n', prints: 'a\n  b\nc\n' },
    { body: '{{#each deals}}\n- {{name}}\n{{/each}}\nend', prints: '- The | sale\n- Lease\nend' },
    { body: 'x {{#if deal}} y {{/if}} z' },
  ],
  'raw blocks': [{ body: 'a {{{{if deal}}}} {{x}} {{#y}} {{{{/if}}}} b', prints: 'a  {{x}} {{#y}}  b' }],
  partials: [
    {
      body: '{{> one}} {{> two deal}}',
      partials: { one: '<{{brief.title}}>', two: '<{{kind}}{{@root.brief.title}}>' },
      prints: '<Trial> <purchaseTrial>',
    },
    { body: '{{> one who="x" n=3}}', partials: { one: '{{who}}{{n}} {{brief.title}}' }, prints: 'x3 Trial' },
    { body: '{{#each deals}}{{> one extra="!"}}{{/each}}', partials: { one: '[{{name}}{{extra}}]' } },
    { body: 'a\n{{> one}}\nb', partials: { one: 'x\ny\n' }, prints: 'a\nx\ny\nb' },
    {
      body: '{{> one deal extra=brief.title}}',
      partials: { one: '{{name}} {{extra}}{{> two parties.[0]}}', two: ' {{name}}' },
    },
  ],
  'partial blocks and partials in the text': [
    { body: '{{#> box}}in{{/box}}', partials: { box: '[{{> @partial-block}}]' }, prints: '[in]' },
    { body: '{{#> nowhere}}fallback {{brief.title}}{{/nowhere}}', prints: 'fallback Trial' },
    {
      body: '{{#> box}}{{#> box}}{{brief.title}}{{/box}}{{/box}}',
      partials: { box: '[{{> @partial-block}}]' },
      prints: '[[Trial]]',
    },
    {
      body: '{{#> box deal}}{{name}}{{/box}}',
      partials: { box: '[{{> @partial-block}} {{> @partial-block parties.[0]}}]' },
    },
    {
      body: '{{#*inline "me"}}({{name}}){{/inline}}{{#each deals}}{{> me}}{{/each}}',
      prints: '(The | sale)(Lease)',
    },
    {
      body: '{{#> page}}{{#*inline "head"}}H {{brief.title}}{{/inline}}{{#*inline "foot"}}F{{/inline}}{{/page}}',
      partials: { page: '{{> head}} - {{#> foot}}no foot{{/foot}} - {{#> side}}no side{{/side}}' },
      prints: 'H Trial - F - no side',
    },
    {
      body: '{{#*inline "me"}}outer{{/inline}}{{#with deal}}{{#*inline "me"}}inner{{/inline}}{{> me}}{{/with}} {{> me}}',
      prints: 'inner outer',
    },
  ],
}

describe.each(Object.entries(cases))('the peer prints the same: %s', (_, list) => {
  it.each(list.map((one) => [one.body, one] as const))('%s', (body, { partials = {}, prints }) => {
    const plain = Handlebars.create()
    for (const [name, text] of Object.entries(partials)) plain.registerPartial(name, text)
    const expected = plain.compile(body, { noEscape: true, preventIndent: true })(data)
    expect(printed(body, { partials })).toBe(expected)
    if (prints !== undefined) expect(expected).toBe(prints)
  })
})

describe('where we differ on purpose', () => {
  it('a raw block and a decorator other than `inline` are refused', () => {
    expect(() => printed('{{{{raw}}}}{{x}}{{{{/raw}}}}')).toThrow('no field `raw`')
    expect(() => printed('{{* x}}')).toThrow('decorators')
  })
  it('a block parameter is not seen in a partial in the text, where plain Handlebars fails', () => {
    const body = '{{#each deals as |d|}}{{#*inline "me"}}{{d.kind}}{{/inline}}{{> me}}{{/each}}'
    expect(() => Handlebars.compile(body)(data)).toThrow(TypeError)
    expect(() => printed(body)).toThrow('no field `d`')
  })
  it('a name that is not there is an error and prints nothing in plain Handlebars', () => {
    expect(Handlebars.compile('{{nope}}')(data)).toBe('')
    expect(() => printed('{{nope}}')).toThrow('no field `nope`')
  })
  it('a list is printed as words, where plain Handlebars joins it by commas', () => {
    expect(printed('{{deal.parties}}')).toBe('Orion and Glencore')
  })
})
