/** pdf.js ships no types for its worker; it only has to be at hand, by this name. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown
}
