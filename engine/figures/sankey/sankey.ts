import type { FigureKind } from '../figure-kind.js'
import { buildSankey, type SankeyOptions } from './build-sankey.js'
import { describeSankey } from './describe-sankey.js'
import { drawSankey } from './draw-sankey.js'
import type { SankeySpec } from './spec.js'

export const sankey: FigureKind<SankeySpec, SankeyOptions> = {
  signature: 'sankey flows value="volume" unit="kt" stages="origin, via, destination" caption="…"',
  docs: 'Flows as bands from where they come from to where they go: `value` is the claim that makes their width, `stages` the fields that name the places on the way.',
  options: { value: 'field', unit: 'unit', stages: 'fields' },
  build: buildSankey,
  draw: drawSankey,
  describe: describeSankey,
}
