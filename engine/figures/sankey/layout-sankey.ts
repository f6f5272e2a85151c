import { sankey, sankeyJustify } from 'd3-sankey'
import type { Points } from '../../base/index.js'
import type { SankeyLink, SankeySpec } from './spec.js'

/** The width of a band whose figure is not known: the same for all, so that it is not read as one. */
export const unknownWidth: Points = 7

export interface PlacedNode {
  index: number
  column: number
  x0: Points
  x1: Points
  y0: Points
  y1: Points
}

export interface PlacedLink {
  link: SankeyLink
  from: PlacedNode
  to: PlacedNode
  width: Points
  /** Middles of the band at its ends. */
  y0: Points
  y1: Points
}

interface Body {
  nodes: PlacedNode[]
  links: PlacedLink[]
}

/**
 * Places nodes and bands in a box. Bands of known amount are as wide as the amount, to one scale; the scale is
 * found by laying out again until the unknown ones come out at their own width.
 */
export function layoutSankey(
  spec: SankeySpec,
  box: { x: Points; y: Points; width: Points; height: Points },
  gap: Points,
): Body {
  const known = spec.links.map(({ amount }) => (amount ? (amount.low + amount.high) / 2 : undefined))
  const largest = Math.max(...known.map((value) => value ?? 0))
  let perPoint = largest > 0 ? largest / (box.height * 0.4) : 1
  let body: Body = { nodes: [], links: [] }
  for (let round = 0; round < 6; round++) {
    body = arrange(
      spec,
      known.map((value) => value ?? unknownWidth * perPoint),
      box,
      gap,
    )
    const sample = body.links.find(({ link }) => link.amount) ?? body.links[0]
    const index = sample ? spec.links.indexOf(sample.link) : -1
    const value = known[index] ?? unknownWidth * perPoint
    if (sample && sample.width > 0) perPoint = value / sample.width
  }
  return body
}

function arrange(
  spec: SankeySpec,
  values: readonly number[],
  { x, y, width, height }: { x: Points; y: Points; width: Points; height: Points },
  gap: Points,
): Body {
  interface Node {
    index: number
  }
  interface Link {
    link: SankeyLink
  }
  const graph = sankey<Node, Link>()
    .nodeAlign(sankeyJustify)
    .nodeWidth(6)
    .nodePadding(gap)
    .extent([
      [x, y],
      [x + width, y + height],
    ])
    .iterations(24)({
    nodes: spec.nodes.map((_, index) => ({ index })),
    links: spec.links.map((link, index) => ({
      link,
      source: link.from,
      target: link.to,
      value: values[index] ?? 0,
    })),
  })
  // d3-sankey puts the nodes of a column at one x.
  const columns = [...new Set(graph.nodes.map((node) => node.x0 ?? 0))].sort((one, other) => one - other)
  const nodes = graph.nodes.map(
    (node, index): PlacedNode => ({
      index,
      column: columns.indexOf(node.x0 ?? 0),
      x0: node.x0 ?? 0,
      x1: node.x1 ?? 0,
      y0: node.y0 ?? 0,
      y1: node.y1 ?? 0,
    }),
  )
  const links = graph.links.map(
    (link): PlacedLink => ({
      link: link.link,
      from: nodes[link.link.from] as PlacedNode,
      to: nodes[link.link.to] as PlacedNode,
      width: link.width ?? 0,
      y0: link.y0 ?? 0,
      y1: link.y1 ?? 0,
    }),
  )
  return { nodes, links }
}
