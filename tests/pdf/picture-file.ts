import { readFileSync } from 'node:fs'

/** A picture of `tests/pdf/pictures`. By a path that also holds in `dist/conformance/`, where this is bundled to. */
export function pictureFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../tests/pdf/pictures/${name}`, import.meta.url)))
}
