import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawCurve, growthOf } from '../endurance/draw-curve.js'
import { countAlive, type HeapName, type Heaps, openHeaps } from '../endurance/heaps.js'
import { measuredIn } from '../endurance/measured.js'
import { beginReplay, editsInRound, exportsInRound, playRound } from '../endurance/replay.js'
import { isAlive, processesOf, type Sample, takeSample } from '../endurance/sample.js'
import { ended, expect, test } from './briefwright.js'

/** `npm run endurance` says how long, and where the figures and the curve go. */
const rounds = Number(process.env['BRIEFWRIGHT_ENDURANCE_ROUNDS'] ?? 2)
const figures = process.env['BRIEFWRIGHT_ENDURANCE_FIGURES']
const curve = process.env['BRIEFWRIGHT_ENDURANCE_CURVE']

/** Of these there would be more if a page, a document or an answer were not let go of. */
const counted = {
  window: ['HTMLCanvasElement', 'HTMLElement', 'Worker', 'MessagePort', 'AbortController', 'Map', 'Set'],
  'page worker': ['Map', 'Set'],
  main: ['Uint8Array', 'ArrayBuffer', 'AbortController', 'Map', 'Set'],
  'render thread': ['Uint8Array', 'ArrayBuffer', 'Map', 'Set'],
} as const satisfies Record<HeapName, readonly string[]>

// What a trace records of the window grows with it.
test.use({ trace: 'off' })

test('the window holds no more after many edits and exports than after few', async ({ briefwright }) => {
  test.setTimeout(300_000 + rounds * 60_000)
  const { app } = briefwright
  await beginReplay(briefwright)
  await playRound(briefwright)
  const heaps = await openHeaps(app, briefwright.window)
  const aliveFirst = await aliveIn(heaps)
  await playRound(briefwright)
  const samples = [await takeSample(app, heaps, { edits: 0, exports: 0 })]
  // What a thread keeps of its last document may be more or less, by what that was.
  const aliveBefore = mostOf(aliveFirst, await aliveIn(heaps))
  for (let round = 1; round <= rounds; round += 1) {
    await playRound(briefwright)
    samples.push(
      await takeSample(app, heaps, { edits: round * editsInRound, exports: round * exportsInRound }),
    )
    if (figures) keepFigures(figures, samples)
  }
  const aliveAfter = await aliveIn(heaps)
  if (figures) tell(samples, aliveBefore, aliveAfter)
  expect(
    grownIn({ ...countsOf(samples[0]), ...aliveBefore }, { ...countsOf(samples.at(-1)), ...aliveAfter }),
  ).toEqual([])

  const pids = (await processesOf(app)).map(({ pid }) => pid)
  expect(pids.length).toBeGreaterThan(2)
  await ended(app, () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()))
  await expect.poll(() => pids.filter(isAlive)).toEqual([])
})

/** Chromium has threads of its own in every process, which come and go; ours are among the handles. */
function countsOf(sample: Sample | undefined) {
  const { nodes = 0, listeners = 0, handles = {}, processes = [] } = sample ?? {}
  return {
    document: { nodes, listeners },
    handles,
    processes: { processes: processes.length },
    files: Object.fromEntries(processes.map(({ pid, files }) => [pid, files])),
  }
}

type Counts = Record<string, Record<string, number>>

/** What there is more of by at least one for each export: a timer or a notice may be there at one look and not at another. */
function grownIn(before: Counts, after: Counts): string[] {
  return Object.entries(after).flatMap(([group, counts]) =>
    Object.entries(counts).flatMap(([name, count]) => {
      const known = before[group]?.[name] ?? 0
      return count - known < rounds * exportsInRound ? [] : [`${name} (${group}): ${known} → ${count}`]
    }),
  )
}

function mostOf(one: Counts, other: Counts): Counts {
  const entries = Object.entries(one).map(([group, counts]) => [
    group,
    Object.fromEntries(
      Object.entries(counts).map(([name, count]) => [name, Math.max(count, other[group]?.[name] ?? 0)]),
    ),
  ])
  return Object.fromEntries(entries)
}

async function aliveIn(heaps: Heaps) {
  return {
    window: await countAlive(heaps.window, counted.window),
    'page worker': await countAlive(heaps['page worker'], counted['page worker']),
    main: await countAlive(heaps.main, counted.main),
    'render thread': await countAlive(heaps['render thread'], counted['render thread']),
  }
}

function keepFigures(folder: string, samples: Sample[]): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'samples.json'), JSON.stringify(samples, null, 1))
  if (curve) writeFileSync(curve, drawCurve(samples))
}

function tell(samples: Sample[], before: object, after: object): void {
  console.table(
    Object.fromEntries(
      measuredIn(samples).map(({ name, values }) => [
        name,
        {
          'first, KB': values[0],
          'last, KB': values.at(-1),
          'KB per 100 edits': Math.round(growthOf({ values }, samples)),
        },
      ]),
    ),
  )
  console.log('alive before', before, 'alive after', after)
  console.log('counts before', countsOf(samples[0]), 'counts after', countsOf(samples.at(-1)))
}
