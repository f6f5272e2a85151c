/**
 * A process that adds numbered lines of its own to one file and saves each at once, as fast as it can.
 *
 * Arguments: workspace, data folder, file, name of the writer, lines. It begins when something comes on its input, and
 * says `done` when the last line was saved.
 */
import { once } from 'node:events'
import { openDocuments } from '../../../../host/documents/index.js'

const [workspace = '', dataFolder = '', file = '', name = '', lines = '0'] = process.argv.slice(2)
const opened = await openDocuments({ workspace, dataFolder, isAutosaving: false })
if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics))
const documents = opened.value
await documents.open(file)
process.stdout.write('ready\n')
await once(process.stdin, 'data')

for (let number = 1; number <= Number(lines); number += 1) {
  const now = documents.state(file)
  if (!now.ok) throw new Error('closed')
  const { text, version } = now.value
  const own = text.replace(`end of ${name}\n`, `${name} ${number}\nend of ${name}\n`)
  documents.change(file, { text: own, kind: 'narrative', version })
  for (;;) {
    const saved = await documents.save(file)
    if (saved.ok) break
    const [fault] = saved.diagnostics
    // The other one was faster several times over.
    if (fault?.code !== 'document/busy') throw new Error(JSON.stringify(saved.diagnostics))
  }
}
await documents.look()
process.stdout.write('done\n')
await documents.end()
process.exit()
