/**
 * Whether a path stays in the folder that it is put in, on every system: no drive, no backslash, no `..`, no name
 * that Windows takes for a device or shortens.
 * Source: "Naming Files, Paths, and Namespaces" in the documentation of Windows.
 */
export function isSafePath(path: string): boolean {
  if (path.length > 240 || /[\\:*?"<>|\p{Cc}]/u.test(path)) return false
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
