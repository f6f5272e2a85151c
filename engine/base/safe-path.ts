/**
 * Whether a path stays in the folder that it is put in, on every system: no drive, no backslash, no `..`, no name
 * that Windows takes for a device or shortens, and no character that hides how the name reads.
 * Source: "Naming Files, Paths, and Namespaces" in the documentation of Windows.
 */
export function isSafePath(path: string): boolean {
  if (path.length > 240 || /[\\:*?"<>|\p{Cc}\p{Bidi_Control}]/u.test(path)) return false
  return path
    .split('/')
    .every(
      (name) =>
        name !== '' &&
        !name.startsWith('.') &&
        !/[. ]$/.test(name) &&
        !/^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])(\.|$)/i.test(name),
    )
}

/** The paths that are the same as an earlier one on a disk that does not tell capital letters from small ones. */
export function repeatedPaths(paths: string[]): string[] {
  const seen = new Set<string>()
  return paths.filter((path) => {
    const folded = path.normalize('NFC').toLowerCase()
    const isKnown = seen.has(folded)
    seen.add(folded)
    return isKnown
  })
}

/** A path from outside as a message may print it: without what would steer a terminal, and not endless. */
export function printablePath(path: string): string {
  const plain = path.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd')
  return plain.length > 120 ? `${plain.slice(0, 120)}…` : plain
}
