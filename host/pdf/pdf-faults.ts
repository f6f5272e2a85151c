import type { Diagnostic } from '../../engine/base/index.js'

/** The largest PDF that is read, and the most that its attachments may come to, in bytes. */
export const largestPdf = 100 * 1024 * 1024

/** How many attachments a PDF may have. A dossier holds some dozens of files, and its pictures. */
export const mostAttachments = 1000

const again = 'copy or download it again'
const isItMeant = 'check that it is the file you meant'

/** What can be wrong with a PDF as a file. `path` is as the one who asked knows it. */
export const pdfFaults = {
  notPdf: (path: string) => fault('not-pdf', path, 'is no PDF', 'give the PDF of a brief'),
  truncated: (path: string) => fault('truncated', path, 'stops before its end', again),
  damaged: (path: string) => fault('damaged', path, 'cannot be read as a PDF', again),
  encrypted: (path: string) =>
    fault('encrypted', path, 'is protected by a password', 'ask for a copy without a password'),
  tooBig: (path: string, size: number) =>
    fault('too-big', path, `comes to ${megabytes(size)} MB, at most ${most} are read`, isItMeant),
  unpacksToMore: (path: string) =>
    fault('too-big', path, `unpacks to more than the ${most} that are read`, isItMeant),
  tooMany: (path: string, count: number) =>
    fault('too-many', path, `has ${count} attachments, at most ${mostAttachments} are read`, isItMeant),
  tooLong: (path: string, milliseconds: number) =>
    fault('too-long', path, `was not read after ${milliseconds / 1000} s`, isItMeant),
}

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)
const most = `${megabytes(largestPdf)} MB`

function fault(code: string, path: string, found: string, hint: string): Diagnostic {
  return {
    severity: 'error',
    code: `dossier/${code}`,
    message: `\`${path}\` ${found}`,
    hints: [hint],
    at: { file: path },
  }
}
