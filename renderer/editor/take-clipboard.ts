import { showNotice } from '../base/notices.js'
import type { LeftOut, Pasted } from '../paste/pasted.js'
import { mostPasted, readPasted } from '../paste/read-pasted.js'

/**
 * What a clipboard holds for a section; `plain` where the text in it is to be taken as it is, `refused` where it holds
 * nothing that a section could take. Says what is left out, or why it is all.
 */
export function takeClipboard(clipboard: DataTransfer): Pasted | 'plain' | 'refused' {
  const html = clipboard.getData('text/html')
  const text = clipboard.getData('text/plain')
  const isOwn = html.includes('data-pm-slice')
  const pasted = html === '' || isOwn ? undefined : readPasted(html)
  if (text.length > mostPasted || pasted === 'too-long') {
    showNotice({ type: 'not-pasted', limit: mostPasted })
    return 'refused'
  }
  if (!pasted) {
    // A picture alone, as from a screen.
    const isPicture = text === '' && !isOwn && [...clipboard.types].includes('Files')
    if (isPicture) tellLeftOut({ pictures: clipboard.files.length, comments: 0 })
    return isPicture ? 'refused' : 'plain'
  }
  tellLeftOut(pasted.leftOut)
  if (pasted.blocks.length > 0) return pasted
  return pasted.leftOut.pictures > 0 ? 'refused' : 'plain'
}

function tellLeftOut(leftOut: LeftOut): void {
  if (leftOut.pictures + leftOut.comments > 0) showNotice({ type: 'left-out', ...leftOut })
}
