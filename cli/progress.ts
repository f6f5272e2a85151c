import type { Copy } from '../engine/brief/types.js'

/**
 * Says which copy is being made, on standard error: on a terminal in one line that is written over and taken away
 * at the end, elsewhere in a line for each.
 */
export function showProgress(output: { writeError(text: string): void; isTerminal?: boolean }): {
  onCopy(copy: Copy): void
  end(): void
} {
  let isOpen = false
  return {
    onCopy({ number, of, recipient }) {
      const text = `copy ${number} of ${of}, ${recipient}`
      if (!output.isTerminal) {
        output.writeError(`${text}\n`)
        return
      }
      const width = 24
      const filled = Math.round((width * (number - 1)) / of)
      output.writeError(`\r\u001b[2K[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${text}`)
      isOpen = true
    },
    end() {
      if (isOpen) output.writeError('\r\u001b[2K')
      isOpen = false
    },
  }
}
