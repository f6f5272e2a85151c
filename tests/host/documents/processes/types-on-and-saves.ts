/**
 * A process that types a line, rests until it is kept among the unsaved texts, types another one and saves at once.
 *
 * Arguments: workspace, data folder, file. It goes on until it is killed.
 */
import { setTimeout as rest } from 'node:timers/promises'
import { openDocuments } from '../../../../host/documents/index.js'

const [workspace = '', dataFolder = '', file = ''] = process.argv.slice(2)
const opened = await openDocuments({ workspace, dataFolder, isAutosaving: false })
if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics))
const documents = opened.value
await documents.open(file)
process.stdout.write('ready\n')

for (let number = 1; ; number += 2) {
  type(`line ${number}\n`)
  await rest(600)
  type(`line ${number + 1}\n`)
  const saving = documents.save(file)
  // An author does not wait for the disk.
  if (number % 4 === 1) setTimeout(() => type('typed meanwhile\n'), 1)
  await saving
}

function type(line: string): void {
  const now = documents.state(file)
  if (!now.ok) throw new Error('closed')
  const { text, version } = now.value
  documents.change(file, { text: text + line, kind: 'narrative', version })
}
