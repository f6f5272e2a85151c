import {
  buildBarChart,
  buildOwnership,
  buildRiskMatrix,
  buildRouteMap,
  buildSankey,
  buildTimeline,
  type FigureSpec,
} from '../../engine/figures/index.js'
import type { Language } from '../../engine/locale/index.js'
import { builtInCasebook } from '../built-in/casebook.js'
import { atlas, unwrap } from './board.js'

const casebook = builtInCasebook()
const { assets, flows, events, risks, minerals } = casebook.collections
const routes = flows.filter(({ id }) => ['lobito', 'dar', 'durban', 'beira'].includes(id))

/** One figure of each kind, from the built-in casebook. */
export const builtInFigures: Record<string, (language: Language) => FigureSpec> = {
  sankey: (language) =>
    unwrap(
      buildSankey(
        flows.filter(({ id }) => id !== 'trade-balance'),
        { casebook },
        language,
      ),
    ),
  routeMap: (language) =>
    unwrap(buildRouteMap([...assets, ...routes], { casebook, atlas: atlas() }, language)),
  riskMatrix: (language) => unwrap(buildRiskMatrix(risks, { casebook }, language)),
  timeline: (language) => unwrap(buildTimeline(events, { casebook }, language)),
  barChart: (language) =>
    unwrap(
      buildBarChart(
        assets,
        { casebook, fields: ['copper2025', 'copper2024', 'guidance2026', 'output2025'] },
        language,
      ),
    ),
  importSources: (language) =>
    unwrap(buildBarChart(minerals.slice(0, 1), { casebook, fields: ['importSources'] }, language)),
  ownership: (language) => unwrap(buildOwnership(assets, { casebook }, language)),
}
