/** The name that the list of sources gives to its entry, for citations to lead to. */
export function sourceDestination(number: number): string {
  return `source-${number}`
}

/** The name that a footnote gives to its text, for its mark to lead to. */
export function noteDestination(number: number): string {
  return `note-${number}`
}
