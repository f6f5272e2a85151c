/** A text from a file as a message shows it: to be recognised, which needs no page of it. */
export function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

const longest = 200
