import type { FigureKind } from '../figure-kind.js'
import { type BarChartOptions, buildBarChart } from './build-bar-chart.js'
import { describeBarChart } from './describe-bar-chart.js'
import { drawBarChart } from './draw-bar-chart.js'
import type { BarChartSpec } from './spec.js'

export const barChart: FigureKind<BarChartSpec, BarChartOptions> = {
  signature: 'barChart minerals fields="drcMine, worldMine" unit="kt" sort=true caption="…"',
  docs: 'Figures as bars from the same zero: those of `fields`, record by record, or the largest first with `sort=true`.',
  options: { fields: 'neededFields', unit: 'unit', sort: 'flag' },
  build: buildBarChart,
  draw: drawBarChart,
  describe: describeBarChart,
}
