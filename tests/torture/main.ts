/** What `npm run torture` runs: prints a line of figures for each operation, and fails if anything was found. */

import { randomFrom } from '../small/random.js'
import { meetFaults } from './faults.js'
import { killWindowOften } from './kill-window.js'
import { type Figures, torture } from './torture.js'

const given = (name: string, usual: number) => {
  const at = process.argv.indexOf(name)
  return at < 0 ? usual : Number(process.argv[at + 1])
}
const kills = given('--kills', 1000)
const seed = given('--seed', Math.floor(Math.random() * 2 ** 31))

const windows = given('--windows', 30)
const electron = process.env['BRIEFWRIGHT_ELECTRON']

let shownLast = performance.now()
console.log(`at least ${kills} kills, seed ${seed}`)
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined
const isWanted = (name: string) => only === undefined || name.startsWith(only)
const all = kills > 0 ? await torture({ kills, seed, operations: isWanted, onFigures: show }) : []
if (only !== undefined || windows === 0) console.log('the window is left out')
else if (electron) {
  all.push(...(await killWindowOften(windows, electron, randomFrom(seed), show)))
} else console.log('the window is left out: there is no Electron or no display')
if (only === undefined && !process.argv.includes('--no-faults')) all.push(...(await meetFaults(showFaults)))
const sum = (kind: 'kills' | 'lost' | 'half' | 'strays') => all.reduce((total, one) => total + one[kind], 0)
console.log(
  `${sum('kills')} kills and faults, ${sum('lost')} lost, ${sum('half')} half-done, ${sum('strays')} with strays`,
)
// Threads that judged are still there.
process.exit(sum('lost') + sum('half') + sum('strays') > 0 ? 1 : 0)

function show({ name, kills, lost, half, strays, examples }: Figures): void {
  const seconds = Math.round((performance.now() - shownLast) / 1000)
  shownLast = performance.now()
  console.log(`${name}: ${kills} kills, ${lost} lost, ${half} half-done, ${strays} with strays, ${seconds} s`)
  for (const example of examples) console.log(`  ${example}`)
}

function showFaults({ name, kills, lost, half, strays, examples }: Figures): void {
  console.log(`${name}: met ${kills} commands, ${lost} lost, ${half} badly ended, ${strays} with strays`)
  for (const example of examples) console.log(`  ${example}`)
}
