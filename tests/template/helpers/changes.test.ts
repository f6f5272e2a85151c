import { describe, expect, it } from 'vitest'
import { read } from '../../small/read-blocks.js'
import { document, faults, staticFaults } from '../../small/trial.js'

const codes = (body: string) => faults(body).map(({ code }) => code)

describe('T10 changes', () => {
  it('T10 gives the records of which something became known after a day', () => {
    expect(read(document('{{list (changes deals "2026-02-03")}}').blocks)).toEqual(['p The | sale'])
    expect(read(document('{{count (changes deals "2026-02-28")}}').blocks)).toEqual(['p 0'])
  })

  it('T10 gives them with what became known, and without what was known before', () => {
    const text =
      '{{#each (changes deals "2026-02-03") as |deal|}}{{deal.stake}}{{#if deal.volume}} and more{{/if}}{{/each}}'
    expect(read(document(text).blocks)).toEqual(['p 40%[1](agreed in principle)'])
  })

  it('T10 gives the sources that came out after it', () => {
    expect(read(document('{{count (changes sources "2026-02-03")}}').blocks)).toEqual(['p 1'])
    expect(read(document('{{count (changes sources "2025-12-31")}}').blocks)).toEqual(['p 2'])
    expect(read(document('{{count (changes sources "2026-02")}}').blocks)).toEqual(['p 1'])
  })

  it('T10 reports a day that is none', () => {
    expect(codes('{{count (changes deals "soon")}}')).toContain('template/argument')
  })

  it('T7 knows the fields of what changed', () => {
    const found = staticFaults('{{#each (changes deals "2026-02-03") as |deal|}}{{deal.stakke}}{{/each}}')
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('stakke')])
  })
})

describe('T10 daysBefore', () => {
  it('T10 counts back over the ends of months and years', () => {
    expect(read(document('{{daysBefore "2026-03-01" 1}}').blocks)).toEqual(['p 28 February 2026'])
    expect(read(document('{{daysBefore "2026-01" 1}}').blocks)).toEqual(['p 31 December 2025'])
  })
})

describe('T10 together', () => {
  it('T10 makes one list, with each record once', () => {
    const text = '{{list (together (where deals id="lease") deals)}}'
    expect(read(document(text).blocks)).toEqual(['p Lease and The | sale'])
  })
})

describe('T10 having', () => {
  it('T10 leaves out who has nothing in a field, and keeps what is not known', () => {
    expect(read(document('{{list (having deals "price")}}').blocks)).toEqual(['p The | sale'])
    expect(read(document('{{count (having deals "volume")}}').blocks)).toEqual(['p 2'])
  })
})

describe('T10 naming', () => {
  it('T10 leaves out the record itself, and words that only begin like its name', () => {
    expect(read(document('{{count (naming deals (record "deals" "lease"))}}').blocks)).toEqual(['p 0'])
    expect(read(document('{{count (naming sources (record "actors" "orion"))}}').blocks)).toEqual(['p 0'])
  })
})

describe('T12 fieldsWith', () => {
  it('T12 names the fields that hold figures, of one record and of many', () => {
    expect(read(document('{{fieldsWith deal "figures"}}').blocks)).toEqual(['p stake, price, volume'])
    expect(read(document('{{fieldsWith deals "figures" most=1}}').blocks)).toEqual(['p volume'])
    expect(read(document('{{fieldsWith deal "figures" unit="t"}}').blocks)).toEqual(['p volume'])
    expect(read(document('{{fieldsWith deal "words" except="terms"}}').blocks)).toEqual(['p signed'])
  })

  it('T12 says nothing where there is none', () => {
    expect(read(document('{{#if (fieldsWith deal "shares")}}some{{else}}none{{/if}}').blocks)).toEqual([
      'p none',
    ])
  })

  it('T12 gives the name that the casebook has for a field', () => {
    expect(read(document('{{fieldLabel deals "price"}}').blocks)).toEqual(['p Price'])
  })
})

describe('T12 terms', () => {
  it('T12 sets the claims of many records in one table, under the name of each', () => {
    const text = `{{#table (terms (changes deals "2026-02-03")) as |term|}}
{{#column "Term"}}{{term.label}}{{/column}}
{{#column "Value"}}{{term.claim}}{{/column}}
{{/table}}`

    expect(read(document(text).blocks).join('\n')).toContain('Stake | 40%[1](agreed in principle)')
    expect(read(document(text).blocks).join('\n')).toContain('The | sale')
  })
})
