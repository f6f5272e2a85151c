/** U+00A0: no line breaks here. Written as escapes because the characters cannot be told apart by eye. */
export const noBreakSpace = '\u00a0'

/** U+202F: narrower, and no line breaks here either. Between number and unit, and before `; ! ?` in French. */
export const narrowSpace = '\u202f'

/** U+2013: between the ends of a range. */
export const enDash = '\u2013'

/** U+2212: the real minus sign. */
export const minus = '\u2212'
