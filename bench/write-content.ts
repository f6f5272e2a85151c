/** Writes the brief's document model as a definition for plain pdfmake: `write-content.js FILE`. */
import { writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import { buildModel } from '../engine/model/index.js'
import { findTemplate } from '../engine/template/index.js'
import { createNodeHost, readWorkspace } from '../host/index.js'
import { benchBrief } from './bench-brief.js'
import { plainDefinition } from './plain-definition.js'

const workspace = readWorkspace()
if (!workspace.ok) throw new Error(JSON.stringify(workspace.diagnostics[0]))
const { casebook, library } = workspace.value
const template = findTemplate(library, benchBrief.template)
if (!template.ok) throw new Error(JSON.stringify(template.diagnostics[0]))
const model = buildModel({
  casebook,
  library,
  template: template.value,
  brief: benchBrief,
  today: createNodeHost().today(),
})
if (!model.ok) throw new Error(JSON.stringify(model.diagnostics[0]))

const theme = parse(library.themes.get(model.value.page.theme)?.file.text ?? '')
const folderOf = (family: string) => family.toLowerCase().replaceAll(' ', '-')
const definition = plainDefinition(model.value)
const fonts = { Body: folderOf(theme.fonts.text), Heads: folderOf(theme.fonts.heads) }
writeFileSync(process.argv[2] as string, JSON.stringify({ definition, fonts }))
