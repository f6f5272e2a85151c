import type { Clean } from './pasted.js'

/** LibreOffice and OpenOffice Writer: plain HTML, with comments from the margin as comments of HTML. */
export const cleanLibreOffice: Clean = (document, leftOut) => {
  const comments = document.createNodeIterator(document.body, 128)
  for (let comment = comments.nextNode(); comment; comment = comments.nextNode())
    if (!/^\s*(Start|End)Fragment\s*$/.test(comment.nodeValue ?? '')) leftOut.comments++
}
