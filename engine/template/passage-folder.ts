/** Where diagnostics say that a passage stands until they are put at its record: `passages/<id>`. */
export const passageFolder = 'passages/'
