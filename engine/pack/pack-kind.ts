import type { PackKind } from './types.js'

export const packManifestPath = 'manifest.json'

/** Where a pack's files lie, in the pack as in a workspace. Pictures may lie in folders of their own. */
const places: [PackKind, RegExp][] = [
  ['template', /^templates\/([^/]+)\.hbs$/],
  ['layout', /^templates\/layouts\/([^/]+)\.hbs$/],
  ['partial', /^templates\/partials\/([^/]+)\.hbs$/],
  ['theme', /^templates\/themes\/([^/]+)\.yaml$/],
  ['picture', /^assets\/(.+)\.(?:png|jpe?g)$/i],
]

/** What a file of this path is, or `undefined` for what no pack holds. */
export function packKindOf(path: string): PackKind | undefined {
  return places.find(([, pattern]) => pattern.test(path))?.[0]
}

/** `templates/layouts/report.hbs` is `report`. */
export function idOfPath(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return name.slice(0, name.lastIndexOf('.'))
}
