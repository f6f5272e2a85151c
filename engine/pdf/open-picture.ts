import { keptWith } from '../base/index.js'
import type { BriefDocument, Reference } from './brief-document.js'
import { type DecodedPicture, decodePng } from './decode-png.js'
import { isTakenApart, pngChunks } from './png-rows.js'

/** A picture as pdfkit draws one, of its own making or of ours. */
export interface OpenPicture {
  width: number
  height: number
  /** As EXIF says how it was held; from 5 on it lies on its side. */
  orientation?: number
  label?: string
}

/** Those of a document by their bytes, so that one which is shown twice is in the file once. */
const picturesOf = keptWith((_document: BriefDocument) => new Map<Uint8Array, OpenPicture>())

/**
 * Opens a picture that `faultOfPicture` has found sound; throws at what pdfkit cannot open all the same.
 *
 * What is seen through or interlaced is taken apart here: pdfkit takes a palette of fewer than 8 bits for one of 8.
 */
export function openPicture(document: BriefDocument, bytes: Uint8Array): OpenPicture {
  const known = picturesOf(document)
  const before = known.get(bytes)
  if (before) return before
  const opened = isToDecode(bytes)
    ? new DecodedImage(decodePng(bytes), `P${known.size + 1}`)
    : document.openImage(Buffer.from(bytes))
  known.set(bytes, opened)
  return opened
}

/** Decided as `faultOfPicture` does, which has counted what such a PNG unpacks to, and no other one. */
function isToDecode(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x89) return false
  const { header, transparency } = pngChunks(bytes)
  return isTakenApart(header, transparency)
}

/** What pdfkit asks of a picture. */
class DecodedImage implements OpenPicture {
  readonly width: number
  readonly height: number
  readonly label: string
  obj: Reference | null = null
  private readonly picture: DecodedPicture

  constructor(picture: DecodedPicture, label: string) {
    this.picture = picture
    this.width = picture.width
    this.height = picture.height
    this.label = label
  }

  embed(document: BriefDocument): void {
    const { colour, alpha, width, height } = this.picture
    const like = { Type: 'XObject', Subtype: 'Image', BitsPerComponent: 8, Width: width, Height: height }
    const mask = alpha && document.ref({ ...like, ColorSpace: 'DeviceGray' })
    mask?.end(Buffer.from(alpha ?? []))
    this.obj = document.ref({ ...like, ColorSpace: 'DeviceRGB', ...(mask ? { SMask: mask } : {}) })
    this.obj.end(Buffer.from(colour))
  }
}
