/**
 * A process that does to the documents of a workspace whatever an officer may do, at random, from when it is told to until
 * it is killed. Each line that it types has a number. It says `kept n` when line `n` is
 * on the disk or among the unsaved texts, and so must be there whatever happens next, and `made FILE` when a new file is
 * on the disk.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { randomFrom } from '../../small/random.js'
import { toldToStart } from './told-to-start.js'

export interface Edits {
  workspace: string
  dataFolder: string
  file: string
  seed: number
}

const { openDocuments } = await import('../../../host/documents/index.js')
const { workspace, dataFolder, file, seed } = await toldToStart<Edits>()
const random = randomFrom(seed)
const opened = await openDocuments({
  workspace,
  dataFolder,
  isAutosaving: random() < 0.5,
  history: { days: 1, bytes: 20_000 },
})
if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics))
const documents = opened.value
const started = await documents.open(file)
if (!started.ok) throw new Error(JSON.stringify(started.diagnostics))

for (let number = 1; ; number += 1) {
  const now = documents.state(file)
  if (!now.ok) throw new Error('closed')
  const { text, version } = now.value
  documents.change(file, { text: `${text}line ${number}\n`, view: { number }, kind: 'narrative', version })
  await rest(random() * 15)
  const dice = random()
  if (dice < 0.4) {
    const saved = await documents.save(file)
    if (saved.ok && !saved.value.isUnsaved) process.stdout.write(`kept ${number}\n`)
  } else if (dice < 0.5) {
    const made = `briefs/made-${number}.brief.yaml`
    documents.create(made, `made ${number}\n`)
    const saved = await documents.save(made)
    if (saved.ok) process.stdout.write(`made ${made}\n`)
  } else if (dice < 0.6) {
    documents.undo(file)
    documents.redo(file)
  } else if (dice < 0.65) {
    await documents.close(file)
    await documents.open(file)
  } else if (dice < 0.75) {
    documents.keepView(file, { number, scroll: random() })
    await documents.look()
  }
  if (isKept(`line ${number}\n`)) process.stdout.write(`kept ${number}\n`)
}

function isKept(line: string): boolean {
  const folder = join(dataFolder, 'unsaved')
  if (readFileSync(join(workspace, file), 'utf8').includes(line)) return true
  if (!existsSync(folder)) return false
  return readdirSync(folder).some((entry) => {
    try {
      return (
        entry.endsWith('.json') &&
        readFileSync(join(folder, entry), 'utf8').includes(JSON.stringify(line).slice(1, -1))
      )
    } catch {
      return false
    }
  })
}
