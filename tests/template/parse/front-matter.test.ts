import { expect, it } from 'vitest'
import { diagnosticsOf } from '../../../engine/base/index.js'
import { parseTemplate } from '../../../engine/template/index.js'
import { expectNotedText } from '../../small/noted-diagnostics.js'

const head =
  'id: trial\ntitle: { en: Trial, fr: Essai }\ndescription: A trial\nkind: brief\nlanguages: [en, fr]\nversion: "1"\n'
const parse = (text: string) => parseTemplate({ path: 'templates/trial.hbs', text })

it('T1 reads what a template says of itself, with prose in one language or several', () => {
  const parsed = parse(`---\n${head}---\nText\n`)
  expect(parsed).toMatchObject({
    ok: true,
    value: { id: 'trial', title: { en: 'Trial' }, version: '1', body: 'Text\n', bodyLine: 9 },
  })
})

it('T1 refuses a file without front matter', () => {
  expect(parse('Text')).toMatchObject({
    ok: false,
    diagnostics: [{ code: 'template/no-front-matter', at: { line: 1 } }],
  })
})

it('T1 names every fault of the front matter with its place, all at once', () => {
  const noted = `---
id: trial
^+7:1 error template/missing-field: \`kind\` is missing → add \`kind: …\`
title: { en: Trial, fr: Essai }
description: A trial
knd: brief
^^^ error template/unknown-field: no field \`knd\` → did you mean \`kind\`?
languages: [en, fr]
version: "1"
page: { size: A5 }
#             ^^ error template/field: found \`A5\` for \`page.size\`, expected \`A4\` or \`Letter\`
---
`
  expectNotedText('templates/trial.hbs', noted, (file) => diagnosticsOf(parseTemplate(file)))
})

it('T1 takes a fault of the YAML for what it is', () => {
  expect(parse('---\nid: [a\n---\n')).toMatchObject({
    ok: false,
    diagnostics: [{ code: 'template/yaml-syntax' }],
  })
})

it('T2 reads parameters of every type and refuses two of one name', () => {
  const parameters = `parameters:
  - { name: deal, type: record, collection: deals, label: Deal, required: true, default: featured }
  - { name: deals2, type: records, collection: deals, label: Deals, atLeast: 1, atMost: 3, default: [a] }
  - { name: tone, type: choice, label: Tone, choices: [{ value: short, label: Short }] }
  - { name: office, type: text, label: Office, maxLength: 40 }
  - { name: since, type: date, label: Since, default: 2026-01-01 }
  - { name: long, type: flag, label: Long, default: true }
`
  const parsed = parse(`---\n${head}${parameters}---\n`)
  expect(parsed.ok && parsed.value.parameters.map((one) => one.type)).toEqual([
    'record',
    'records',
    'choice',
    'text',
    'date',
    'flag',
  ])
  const twice = parse(`---\n${head}${parameters}  - { name: deal, type: flag, label: Deal }\n---\n`)
  expect(twice).toMatchObject({ ok: false, diagnostics: [{ code: 'template/duplicate' }] })
})

it('T3 reads the slots for narrative', () => {
  const parsed = parse(`---\n${head}sections: [{ id: background, title: Background, maxWords: 80 }]\n---\n`)
  expect(parsed).toMatchObject({
    ok: true,
    value: { sections: [{ id: 'background', required: false, maxWords: 80 }] },
  })
})

it('T4 reads the page with its defaults, and what is promised of the length', () => {
  const parsed = parse(
    `---\n${head}page: { orientation: landscape, pages: { exactly: 2 } }\nlayout: brief\n---\n`,
  )
  expect(parsed).toMatchObject({
    ok: true,
    value: {
      page: { size: 'A4', orientation: 'landscape', theme: 'agency', pages: { exactly: 2 } },
      layout: 'brief',
    },
  })
})
