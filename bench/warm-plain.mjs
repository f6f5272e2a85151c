/** Makes the same PDF over and over with plain pdfmake and prints the milliseconds of each: `CONTENT WARM-UP RUNS`. */
import { performance } from 'node:perf_hooks'
import { makePlainPdf, readContent, registerFonts } from './plain-pdfmake.mjs'

const [contentFile = '', warmUp, runs] = process.argv.slice(2)
const { definition, fonts } = readContent(contentFile)
registerFonts(fonts)
/** @type {number[]} */
const times = []
for (let run = -Number(warmUp); run < Number(runs); run++) {
  const fresh = structuredClone(definition)
  const start = performance.now()
  await makePlainPdf(fresh)
  if (run >= 0) times.push(performance.now() - start)
}
console.log(JSON.stringify(times))
