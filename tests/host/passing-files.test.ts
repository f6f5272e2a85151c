import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sweepPassingFiles, turnName, turnOwner } from '../../host/files/passing-files.js'
import { freshFolder } from './fresh-folder.js'

it('sweeps the marks of turns whose processes are gone, or did not live to say who they are', () => {
  const folder = freshFolder()
  // The number of a living process, cut off, may be that of another living one.
  const said = { gone: '99999999\n', empty: '', cut: String(process.pid), living: turnOwner() }
  for (const [name, owner] of Object.entries(said)) writeFileSync(join(folder, turnName(name)), owner)
  sweepPassingFiles(folder, Date.now())
  expect(readdirSync(folder)).toEqual([turnName('living')])
})
