import { inBoth, useLanguage } from '../base/words.js'
import { words as controls } from '../controls/words.js'

/** What the window says of the workspace's files. */
export const words = inBoth(
  {
    ...controls.en,
    line: (line: number) => `line ${line}`,
    noCasebookHint:
      'The list of problems says which line to mend. Briefs can still be opened, written and saved.',
    showProblems: 'Show problems',
    sourceOf: (file: string) => `${file}, as it is on the disk`,
  },
  {
    ...controls.fr,
    line: (line) => `ligne ${line}`,
    noCasebookHint:
      'La liste des problèmes dit quelle ligne corriger. Les notes peuvent toujours être ouvertes, écrites et enregistrées.',
    showProblems: 'Voir les problèmes',
    sourceOf: (file) => `${file}, tel qu’il est sur le disque`,
  },
)

export const useWords = () => words[useLanguage()]
