/**
 * One line that says how far a download is: rewritten in place on a terminal, every tenth part in a log.
 *
 * @param {string} label
 * @param {(text: string) => void} [write]
 */
export function progressLine(label, write = (text) => void process.stderr.write(text)) {
  const onTerminal = process.stderr.isTTY === true
  let lastTenth = -1
  return {
    /** @param {number} received @param {number | undefined} total both in bytes */
    show(received, total) {
      const tenth = total ? Math.floor((received / total) * 10) : Math.floor(received / 20_000_000)
      if (!onTerminal && tenth === lastTenth) return
      lastTenth = tenth
      const text = total
        ? `${label} ${megabytes(received)} of ${megabytes(total)} MB (${Math.floor((received / total) * 100)} %)`
        : `${label} ${megabytes(received)} MB`
      write(onTerminal ? `\r${text}` : `${text}\n`)
    },
    end() {
      if (onTerminal) write('\n')
    },
  }
}

/** @param {number} bytes */
function megabytes(bytes) {
  return (bytes / 1_000_000).toFixed(0)
}
