import type { ArrayBounds } from './bounded-arrays.js'
import { largestPdf } from './pdf-faults.js'

/** What reading a PDF may take: pdf.js doubles an array until all of a stream is in it, and keeps the file itself beside. */
export const pdfBounds: ArrayBounds = { one: 2 ** Math.ceil(Math.log2(largestPdf)), together: 5 * largestPdf }
