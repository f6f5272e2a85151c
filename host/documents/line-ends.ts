import { diffArrays } from 'diff'

/** A byte order mark is no part of what an author reads or writes. */
const mark = '\uFEFF'

/** More changed lines than this, and a file counts as written anew. Comparing takes time with their square. */
const mostEdits = 1000

/** What the author sees of a file: lines end in `\n`, and there is no byte order mark. */
export function withPlainEnds(raw: string): string {
  return (raw.startsWith(mark) ? raw.slice(1) : raw).replaceAll('\r\n', '\n')
}

/**
 * `text` as it is to be written in place of `raw`: with its byte order mark, and with the ends that its lines had.
 * A line that is new ends as most lines of the file do.
 */
export function withEndsOf(raw: string, text: string): string {
  const body = raw.startsWith(mark) ? raw.slice(1) : raw
  const start = raw.startsWith(mark) ? mark : ''
  const crlf = body.split('\r\n').length - 1
  const lf = body.split('\n').length - 1 - crlf
  if (crlf === 0) return start + text
  if (lf === 0) return start + text.replaceAll('\n', '\r\n')
  return start + mixed(body, text, crlf > lf ? '\r\n' : '\n')
}

function mixed(body: string, text: string, usual: string): string {
  const old = body.split('\n')
  const oldLines = old.map((line, index) =>
    index < old.length - 1 && line.endsWith('\r') ? line.slice(0, -1) : line,
  )
  const ends = old.map((line, index) => (index < old.length - 1 && line.endsWith('\r') ? '\r\n' : '\n'))
  const lines = text.split('\n')
  const runs = diffArrays(oldLines, lines, { maxEditLength: mostEdits })
  if (!runs) return text.replaceAll('\n', usual)
  const written: string[] = []
  let from = 0
  for (const run of runs) {
    if (!run.added) {
      if (!run.removed)
        for (let index = 0; index < run.count; index += 1) written.push(ends[from + index] ?? usual)
      from += run.count
    } else {
      for (let index = 0; index < run.count; index += 1) written.push(usual)
    }
  }
  return lines
    .map((line, index) => (index < lines.length - 1 ? line + (written[index] ?? usual) : line))
    .join('')
}
