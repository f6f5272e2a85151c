import type { BriefDocument } from './brief-document.js'

/** The file, once the document is ended; to be asked for before anything is drawn. */
export function collectBytes(document: BriefDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.on('error', reject)
  })
}
