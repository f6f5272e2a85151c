/**
 * Figures: pictures made from records.
 *
 * A builder takes records and gives a spec: plain data in the document's language, or diagnostics `graphics/…`.
 * `drawFigure` takes a spec and a canvas, once the width is known, and gives a scene of vectors; `describeFigure`
 * gives the words for who cannot see it, and a table of every datum. All are pure. `buildStatTable` gives a table of
 * the document itself.
 */
import { unreachable } from '../base/index.js'
import type { Language } from '../locale/index.js'
import { describeBarChart } from './bar-chart/describe-bar-chart.js'
import { drawBarChart } from './bar-chart/draw-bar-chart.js'
import type { BarChartSpec } from './bar-chart/spec.js'
import type { Canvas } from './canvas.js'
import type { Cite, Description } from './description.js'
import { describeOwnership } from './ownership/describe-ownership.js'
import { drawOwnership } from './ownership/draw-ownership.js'
import type { OwnershipSpec } from './ownership/spec.js'
import { describeRiskMatrix } from './risk-matrix/describe-risk-matrix.js'
import { drawRiskMatrix } from './risk-matrix/draw-risk-matrix.js'
import type { RiskMatrixSpec } from './risk-matrix/spec.js'
import { describeRouteMap } from './route-map/describe-route-map.js'
import { drawRouteMap } from './route-map/draw-route-map.js'
import type { RouteMapSpec } from './route-map/spec.js'
import { describeSankey } from './sankey/describe-sankey.js'
import { drawSankey } from './sankey/draw-sankey.js'
import type { SankeySpec } from './sankey/spec.js'
import type { Scene } from './scene.js'
import { describeTimeline } from './timeline/describe-timeline.js'
import { drawTimeline } from './timeline/draw-timeline.js'
import type { TimelineSpec } from './timeline/spec.js'

export { type BarChartOptions, buildBarChart } from './bar-chart/build-bar-chart.js'
export type { Canvas, Colours, TextStyle } from './canvas.js'
export type { Cite, Description } from './description.js'
export { buildOwnership, type OwnershipOptions } from './ownership/build-ownership.js'
export { buildRiskMatrix, type RiskMatrixOptions } from './risk-matrix/build-risk-matrix.js'
export { type Atlas, type AtlasFiles, readAtlas } from './route-map/atlas.js'
export { atlasOf } from './route-map/atlas-of.js'
export { buildRouteMap, type RouteMapOptions } from './route-map/build-route-map.js'
export { buildSankey, type SankeyOptions } from './sankey/build-sankey.js'
export type { Scene, Shape, TextShape } from './scene.js'
export { buildStatTable, type StatTableOptions } from './stat-table/build-stat-table.js'
export { buildTimeline, type TimelineOptions } from './timeline/build-timeline.js'
export type { BarChartSpec, OwnershipSpec, RiskMatrixSpec, RouteMapSpec, SankeySpec, TimelineSpec }

export type FigureSpec =
  | SankeySpec
  | RouteMapSpec
  | RiskMatrixSpec
  | TimelineSpec
  | BarChartSpec
  | OwnershipSpec

export function drawFigure(spec: FigureSpec, canvas: Canvas): Scene {
  switch (spec.type) {
    case 'sankey':
      return drawSankey(spec, canvas)
    case 'routeMap':
      return drawRouteMap(spec, canvas)
    case 'riskMatrix':
      return drawRiskMatrix(spec, canvas)
    case 'timeline':
      return drawTimeline(spec, canvas)
    case 'barChart':
      return drawBarChart(spec, canvas)
    case 'ownership':
      return drawOwnership(spec, canvas)
    default:
      return unreachable(spec)
  }
}

/** `cite` makes the mark that cites sources by id; without it the table has no citations. */
export function describeFigure(spec: FigureSpec, language: Language, cite?: Cite): Description {
  switch (spec.type) {
    case 'sankey':
      return describeSankey(spec, language, cite)
    case 'routeMap':
      return describeRouteMap(spec, language, cite)
    case 'riskMatrix':
      return describeRiskMatrix(spec, language, cite)
    case 'timeline':
      return describeTimeline(spec, language, cite)
    case 'barChart':
      return describeBarChart(spec, language, cite)
    case 'ownership':
      return describeOwnership(spec, language, cite)
    default:
      return unreachable(spec)
  }
}
