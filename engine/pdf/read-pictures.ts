import { type Diagnostic, type Outcome, settle } from '../base/index.js'
import { type DocumentModel, visitBlocks } from '../document/index.js'
import type { Host } from '../host.js'
import type { Picture } from '../layout/index.js'
import type { BriefDocument } from './brief-document.js'
import { faultOfPicture, type PictureFault } from './look-at-picture.js'
import { type OpenPicture, openPicture } from './open-picture.js'

/** Pixels to points: a picture without a size of its own is taken for one made for screens, 96 to the inch. */
const pointsPerPixel = 0.75

/**
 * The pictures that a document shows. Fails with what the host says, with `pdf/picture` for a file that is none,
 * `pdf/picture-colours` for one in CMYK, and `pdf/picture-too-big` for one of more dots than are printed.
 */
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
    const fault = faultOfPicture(file.value)
    if (fault) {
      diagnostics.push({ severity: 'error', ...describeFault(fault, block.path), ...at })
      return
    }
    try {
      const { width, height } = uprightSize(openPicture(document, file.value))
      pictures.set(block.path, {
        bytes: file.value,
        width: width * pointsPerPixel,
        height: height * pointsPerPixel,
      })
    } catch {
      diagnostics.push({ severity: 'error', ...describeFault('no-picture', block.path), ...at })
    }
  })
  return settle(pictures, diagnostics)
}

/** As it is seen: a photograph of a camera held sideways lies on its side in its file. */
function uprightSize({ width, height, orientation = 1 }: OpenPicture): { width: number; height: number } {
  return orientation > 4 ? { width: height, height: width } : { width, height }
}

function describeFault(fault: PictureFault, path: string): Pick<Diagnostic, 'code' | 'message' | 'hints'> {
  if (fault === 'no-picture') {
    return {
      code: 'pdf/picture',
      message: `\`${path}\` is not a picture that can be printed`,
      hints: ['save it as PNG or JPEG'],
    }
  }
  if (fault === 'cmyk') {
    return {
      code: 'pdf/picture-colours',
      message: `\`${path}\` is in the colours of printing ink (CMYK), expected those of screens (RGB)`,
      hints: ['save it as RGB'],
    }
  }
  const { width, height, most } = fault
  return {
    code: 'pdf/picture-too-big',
    message: `\`${path}\` has ${width} × ${height} dots, at most ${most / 1_000_000} million are printed`,
    hints: ['save it smaller: a full page at 300 dots to the inch has 2480 × 3508'],
  }
}
