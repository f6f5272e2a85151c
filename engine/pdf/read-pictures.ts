import { type Diagnostic, type Outcome, settle } from '../base/index.js'
import { type DocumentModel, visitBlocks } from '../document/index.js'
import type { Host } from '../host.js'
import type { Picture } from '../layout/index.js'
import type { BriefDocument } from './brief-document.js'

/** Pixels to points: a picture without a size of its own is taken for one made for screens, 96 to the inch. */
const pointsPerPixel = 0.75

/** The pictures that a document shows. Fails with what the host says, or `pdf/picture` for a file that is none. */
export function readPictures(
  model: DocumentModel,
  document: BriefDocument,
  host: Host,
): Outcome<Map<string, Picture>> {
  const pictures = new Map<string, Picture>()
  const diagnostics: Diagnostic[] = []
  visitBlocks(model.blocks, (block) => {
    if (block.type !== 'image' || pictures.has(block.path)) return
    const at = block.from ? { at: block.from } : {}
    const file = host.picture(block.path)
    if (!file.ok) {
      diagnostics.push(...file.diagnostics.map((one) => ({ ...at, ...one })))
      return
    }
    try {
      const { width, height } = document.openImage(Buffer.from(file.value))
      pictures.set(block.path, {
        bytes: file.value,
        width: width * pointsPerPixel,
        height: height * pointsPerPixel,
      })
    } catch {
      diagnostics.push({
        severity: 'error',
        code: 'pdf/picture',
        message: `\`${block.path}\` is not a picture that can be printed`,
        hints: ['save it as PNG or JPEG'],
        ...at,
      })
    }
  })
  return settle(pictures, diagnostics)
}
