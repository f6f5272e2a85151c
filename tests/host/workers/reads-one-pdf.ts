import { createPdfReader, type PdfReaderOptions, type PdfRequest } from '../../../host/pdf/read-pdf.js'

/** A program that reads one PDF and prints its diagnostics, or the size of each attachment. */
const [options, request] = process.argv.slice(2).map((text) => JSON.parse(text)) as [
  PdfReaderOptions,
  PdfRequest,
]
const outcome = await createPdfReader(options)(request)
console.log(
  JSON.stringify(
    outcome.ok
      ? outcome.value.attachments.map(({ path, bytes }) => [path, bytes.length])
      : outcome.diagnostics,
  ),
)
