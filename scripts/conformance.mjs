/** `npm run conformance`: judges the whole gallery by veraPDF, as PDF/UA-1 and as PDF/A-3a. */

import { installDependencies } from './dependencies.mjs'
import { runConformance } from './judge-gallery.mjs'

installDependencies()
const { passed, failed } = await runConformance()
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
