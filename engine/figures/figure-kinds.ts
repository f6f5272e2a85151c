import { barChart } from './bar-chart/bar-chart.js'
import type { Canvas } from './canvas.js'
import type { FigureKind } from './figure-kind.js'
import { ownership } from './ownership/ownership.js'
import { riskMatrix } from './risk-matrix/risk-matrix.js'
import { routeMap } from './route-map/route-map.js'
import { sankey } from './sankey/sankey.js'
import type { Scene } from './scene.js'
import { timeline } from './timeline/timeline.js'

/** Every kind of figure by its spec's `type`, in the order of the reference. */
export const figureKinds = {
  sankey,
  routeMap,
  riskMatrix,
  timeline,
  barChart,
  ownership,
} satisfies Record<string, FigureKind>

/** The spec of any kind. */
export type FigureSpec = SpecOf<(typeof figureKinds)[keyof typeof figureKinds]>

type SpecOf<Kind> = Kind extends { draw(spec: infer Spec, canvas: Canvas): Scene } ? Spec : never
