import type { Clean } from './pasted.js'

/**
 * Google Docs. All of it stands in a `<b>` that is not bold, styles say what is, and a list within a list stands beside
 * the items instead of in one: `readList` takes that from any program.
 */
export const cleanGoogleDocs: Clean = (document, leftOut) => {
  const { body } = document
  const comments = [...body.querySelectorAll('a[href^="#cmnt"]')]
  for (const link of comments) {
    const isMark = link.getAttribute('href')?.startsWith('#cmnt_ref') === false
    if (isMark) {
      ;(link.closest('sup') ?? link).remove()
    } else {
      leftOut.comments++
      ;(link.closest('div, p') ?? link).remove()
    }
  }
  // The box of an item that can be ticked is a picture.
  for (const box of body.querySelectorAll('li[role="checkbox"] img[aria-roledescription="checkbox"]'))
    box.remove()
}
