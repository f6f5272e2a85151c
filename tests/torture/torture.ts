import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Random, randomFrom } from '../small/random.js'
import { type Moment, type Run, runTold } from './killed-run.js'
import { makeMaterial } from './material.js'
import { type Findings, type Operation, operationsOn } from './operations.js'

/** What became of one operation. */
export interface Figures {
  name: string
  /** Runs that were killed; those that ended before are not counted. */
  kills: number
  /** Rounds with a finding of each kind, and the first that was found. */
  lost: number
  half: number
  strays: number
  examples: string[]
}

/** An endless process is killed this long after its start at most, in milliseconds, or after so many steps. */
const endless = { milliseconds: 800, steps: 400 }

/** Rounds that go on at the same time: they wait for the disk, and for their moment. */
const together = 3

/**
 * Kills everything that writes, `kills` times in all, at random moments: while it is at its work, more closely around the
 * moment at which it is seen to write, and at each step of its way. `seed` makes the moments come out again.
 */
export async function torture({
  kills,
  seed,
  operations: isWanted = () => true,
  onFigures,
}: {
  kills: number
  seed: number
  operations?(name: string): boolean
  onFigures?(figures: Figures): void
}): Promise<Figures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-torture-'))
  try {
    const materialFolder = join(folder, 'material')
    mkdirSync(materialFolder)
    const all: Figures[] = []
    const random = randomFrom(seed)
    for (const operation of operationsOn(await makeMaterial(materialFolder))) {
      if (!isWanted(operation.name)) continue
      const figures = await killOften(
        operation,
        Math.max(1, Math.round(kills * operation.share)),
        folder,
        random,
      )
      onFigures?.(figures)
      all.push(figures)
    }
    return all
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function killOften(
  operation: Operation,
  kills: number,
  folder: string,
  random: Random,
): Promise<Figures> {
  const { name, prepare, isEndless } = operation
  const figures: Figures = { name, kills: 0, lost: 0, half: 0, strays: 0, examples: [] }
  const round = async (moment: Moment | undefined, seed: number) => {
    const place = mkdtempSync(join(folder, 'round-'))
    const trial = prepare(place, seed)
    const killed = await runTold(trial.start, trial, moment)
    note(await trial.judge(killed), figures)
    rmSync(place, { recursive: true, force: true })
    return killed
  }
  const undisturbed = isEndless ? endless : lengthOf(await round(undefined, 0))
  // Some runs end before their moment comes: they are not kills, and not asked for without end.
  let tries = kills * 3
  const goOn = async () => {
    while (figures.kills < kills && tries > 0) {
      tries -= 1
      const moment = momentIn(undisturbed, random)
      const { code } = await round(moment, Math.floor(random() * 2 ** 31))
      if (code === null) figures.kills += 1
    }
  }
  await Promise.all(Array.from({ length: Math.min(together, kills) }, goOn))
  return figures
}

interface Length {
  milliseconds: number
  steps: number
}

function lengthOf({ milliseconds, output }: Run): Length {
  return { milliseconds, steps: Number(/^steps (\d+)$/m.exec(output)?.[1] ?? 1) }
}

function momentIn({ milliseconds, steps }: Length, random: Random): Moment {
  const dice = random()
  if (dice < 0.4) return { after: 'step', step: 1 + Math.floor(random() * steps) }
  if (dice < 0.7) return { after: 'writing', milliseconds: random() ** 2 * Math.min(milliseconds, 400) }
  return { after: 'start', milliseconds: random() * milliseconds }
}

function note(found: Findings, figures: Figures): void {
  for (const kind of ['lost', 'half', 'strays'] as const) {
    const [first] = found[kind]
    if (first === undefined) continue
    figures[kind] += 1
    if (figures.examples.length < 5) figures.examples.push(`${kind}: ${first}`)
  }
}
