/**
 * Figures: pictures made from records.
 *
 * A builder takes records and gives a spec: plain data in the document's language, or diagnostics `graphics/…`.
 * `drawFigure` takes a spec and a canvas, once the width is known, and gives a scene of vectors; `describeFigure`
 * gives the words for screen readers, and a table of every datum. All are pure. `figureKinds` has a line for each kind;
 * what it is made of stands in its folder. `buildStatTable` gives a table of the document itself.
 */
import type { Language } from '../locale/index.js'
import type { Canvas } from './canvas.js'
import type { Cite, Description } from './description.js'
import type { AnySpec, FigureKind } from './figure-kind.js'
import { figureKinds } from './figure-kinds.js'
import type { Scene } from './scene.js'

export { type BarChartOptions, buildBarChart } from './bar-chart/build-bar-chart.js'
export type { BarChartSpec } from './bar-chart/spec.js'
export type { Canvas, Colours, TextStyle } from './canvas.js'
export type { Cite, Description } from './description.js'
export type { BuildContext, FigureKind, OptionKind } from './figure-kind.js'
export { type FigureSpec, figureKinds } from './figure-kinds.js'
export { buildOwnership, type OwnershipOptions } from './ownership/build-ownership.js'
export type { OwnershipSpec } from './ownership/spec.js'
export { buildRiskMatrix, type RiskMatrixOptions } from './risk-matrix/build-risk-matrix.js'
export type { RiskMatrixSpec } from './risk-matrix/spec.js'
export { type Atlas, type AtlasFiles, readAtlas } from './route-map/atlas.js'
export { atlasOf } from './route-map/atlas-of.js'
export { buildRouteMap, type RouteMapOptions } from './route-map/build-route-map.js'
export type { RouteMapSpec } from './route-map/spec.js'
export { buildSankey, type SankeyOptions } from './sankey/build-sankey.js'
export type { SankeySpec } from './sankey/spec.js'
export type { Scene, Shape, TextShape } from './scene.js'
export { buildStatTable, type StatTableOptions } from './stat-table/build-stat-table.js'
export { buildTimeline, type TimelineOptions } from './timeline/build-timeline.js'
export type { TimelineSpec } from './timeline/spec.js'

/** `spec` is one that `build` of its kind has given. */
export function drawFigure(spec: AnySpec, canvas: Canvas): Scene {
  return kindOf(spec).draw(spec, canvas)
}

/** `cite` makes the mark that cites sources by id; without it the table has no citations. */
export function describeFigure(spec: AnySpec, language: Language, cite?: Cite): Description {
  return kindOf(spec).describe(spec, language, cite)
}

function kindOf({ type }: AnySpec): FigureKind {
  const kinds: Readonly<Record<string, FigureKind>> = figureKinds
  const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined
  if (!kind) throw new Error(`no kind of figure \`${type}\``)
  return kind
}
