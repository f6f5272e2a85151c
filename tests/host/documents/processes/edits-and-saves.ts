/**
 * A process that edits one file, appends numbered lines of its own and saves now and then, until it is killed or done.
 *
 * Arguments: workspace, data folder, file, name of the writer, lines. Says on its output which lines are kept for good
 * (`kept n`: in the recovery file or on the disk) and when it is done.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { openDocuments } from '../../../../host/documents/index.js'

const [workspace = '', dataFolder = '', file = '', name = '', lines = '0'] = process.argv.slice(2)
const opened = await openDocuments({ workspace, dataFolder, isAutosaving: false })
if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics))
const documents = opened.value
const started = await documents.open(file)
if (!started.ok) throw new Error(JSON.stringify(started.diagnostics))

for (let number = 1; number <= Number(lines); number += 1) {
  const now = documents.state(file)
  if (!now.ok) throw new Error('closed')
  const { text, version } = now.value
  // Each has a place of its own, so that two writers touch different lines.
  const own = text.replace(`end of ${name}\n`, `${name} ${number}\nend of ${name}\n`)
  documents.change(file, { text: own, kind: 'narrative', version })
  await rest(Math.random() * 12)
  if (Math.random() < 0.4) {
    const saved = await documents.save(file)
    if (saved.ok && !saved.value.isUnsaved) process.stdout.write(`kept ${number}\n`)
  }
  if (isInRecovery(`${name} ${number}`)) process.stdout.write(`kept ${number}\n`)
}
for (let tries = 0; tries < 50; tries += 1) {
  const saved = await documents.save(file)
  if (saved.ok) break
  await rest(20)
}
process.stdout.write('done\n')
await documents.end()

function isInRecovery(line: string): boolean {
  const folder = join(dataFolder, 'unsaved')
  if (!existsSync(folder)) return false
  return readdirSync(folder).some((entry) => {
    try {
      return entry.endsWith('.json') && readFileSync(join(folder, entry), 'utf8').includes(line)
    } catch {
      return false
    }
  })
}
