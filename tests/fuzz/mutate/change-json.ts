import type { Random } from '../../small/random.js'
import { below, howMany, oneOf } from './chance.js'
import { changeText } from './change-text.js'
import { anyPiece, pathsOut } from './pieces.js'

/** A manifest with a change of what it says, as a program would write it; now and then of its letters. */
export function changeJson(text: string, random: Random): string {
  if (below(random, 4) === 0) return changeText(text, random, [text])
  const root: unknown = JSON.parse(text)
  const spots = [...spotsIn(root)]
  const [holder, key] = oneOf(random, spots)
  const values: unknown[] = [
    ...[
      null,
      true,
      0,
      -1,
      1e308,
      1e-7,
      2 ** 53,
      '',
      [],
      {},
      [[]],
      'template',
      'picture',
      '0.1.0',
      '99.0.0',
      '0'.repeat(5000),
    ],
    ...[
      anyPiece(random),
      oneOf(random, pathsOut),
      Array.from({ length: howMany(random, 200) }, () => oneOf(random, spots)[0]),
    ],
    ...[oneOf(random, spots)[0], 'a'.repeat(64), 'A'.repeat(64)],
  ]
  const change = below(random, 5)
  if (change === 0) Reflect.deleteProperty(holder, key)
  else if (change === 1)
    Object.defineProperty(holder, oneOf(random, ['__proto__', 'constructor', 'path', '']), {
      value: oneOf(random, values),
      enumerable: true,
      configurable: true,
    })
  else (holder as Record<string, unknown>)[key] = oneOf(random, values)
  return textOf(root)
}

type Spot = readonly [holder: object, key: string]

function* spotsIn(node: unknown): Generator<Spot> {
  if (typeof node !== 'object' || node === null) return
  for (const [key, value] of Object.entries(node)) {
    yield [node, key]
    yield* spotsIn(value)
  }
}

/** What was put within itself cannot be written, and is left out. */
function textOf(root: unknown): string {
  const around: unknown[] = []
  return JSON.stringify(root, function (this: unknown, _, value: unknown) {
    while (around.length > 0 && around.at(-1) !== this) around.pop()
    if (typeof value !== 'object' || value === null) return value
    if (around.includes(value)) return null
    around.push(value)
    return value
  })
}
