import type { FigureKind } from '../figure-kind.js'
import { buildRiskMatrix, type RiskMatrixOptions } from './build-risk-matrix.js'
import { describeRiskMatrix } from './describe-risk-matrix.js'
import { drawRiskMatrix } from './draw-risk-matrix.js'
import type { RiskMatrixSpec } from './spec.js'

export const riskMatrix: FigureKind<RiskMatrixSpec, RiskMatrixOptions> = {
  signature: 'riskMatrix risks category="category" scale="low, medium, high" caption="…"',
  docs: 'Likelihood by impact where every record rates both, in figures or in the words of `scale`; else how many risks of each category have which status.',
  options: { category: 'field', scale: 'words' },
  build: buildRiskMatrix,
  draw: drawRiskMatrix,
  describe: describeRiskMatrix,
}
