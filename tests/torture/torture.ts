import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Moment, run } from './killed-run.js'
import { makeMaterial } from './material.js'
import { type Findings, type Operation, operationsOn } from './operations.js'
import { type Random, randomFrom } from './random.js'

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

/** An endless process is killed this long after its start at most, in milliseconds. */
const longest = 1500

/**
 * Kills everything that writes, `kills` times in all, at random moments: from its start on, and more closely around the
 * moment at which it is seen to write. `seed` makes the moments come out again.
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
    const place = join(folder, 'round')
    mkdirSync(place)
    const trial = prepare(place, seed)
    const killed = await run(trial, moment)
    note(await trial.judge(killed), figures)
    rmSync(place, { recursive: true, force: true })
    return killed
  }
  const undisturbed = isEndless ? longest : (await round(undefined, 0)).milliseconds
  // Some runs end before their moment comes: they are not kills, and not asked for without end.
  for (let tries = 0; figures.kills < kills && tries < kills * 3; tries += 1) {
    const isNearWriting = random() < 0.6
    const moment: Moment = isNearWriting
      ? { after: 'writing', milliseconds: random() ** 2 * (isEndless ? 400 : 60) }
      : { after: 'start', milliseconds: random() * undisturbed }
    const killed = await round(moment, Math.floor(random() * 2 ** 31))
    if (killed.code === null) figures.kills += 1
  }
  return figures
}

function note(found: Findings, figures: Figures): void {
  for (const kind of ['lost', 'half', 'strays'] as const) {
    const [first] = found[kind]
    if (first === undefined) continue
    figures[kind] += 1
    if (figures.examples.length < 5) figures.examples.push(`${kind}: ${first}`)
  }
}
