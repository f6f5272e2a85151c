import type { Random } from '../../small/random.js'

/** A whole number from 0 up to, and without, `count`. */
export function below(random: Random, count: number): number {
  return Math.floor(random() * count)
}

export function oneOf<T>(random: Random, all: readonly T[]): T {
  if (all.length === 0) throw new Error('there is nothing to choose from')
  return all[below(random, all.length)] as T
}

/** Mostly a few; in one of four as many as `most`, each order of size as likely as the others. */
export function howMany(random: Random, most: number): number {
  const power = below(random, 4) === 0 ? random() : random() / 3
  return Math.max(1, Math.floor(most ** power))
}
