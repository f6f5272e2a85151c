import { counted, inBoth, useLanguage } from '../base/words.js'
import { words as workspace } from '../workspace/words.js'

/** What the window says of problems. */
export const words = inBoth(
  {
    ...workspace.en,
    problems: 'Problems',
    noProblems: 'No problems',
    noProblemsHint: 'Casebook, templates and briefs can all be read.',
    errors: (number: number) => counted.en(number, 'error', 'errors'),
    warnings: (number: number) => counted.en(number, 'warning', 'warnings'),
    error: 'Error',
    warning: 'Warning',
    readAgain: 'Read again',
    showMore: (number: number) => `Show ${number} more`,
    notShown: (number: number) => counted.en(number, 'problem is not shown', 'problems are not shown'),
    section: 'Section',
  },
  {
    ...workspace.fr,
    problems: 'Problèmes',
    noProblems: 'Aucun problème',
    noProblemsHint: 'Le dossier, les modèles et les notes sont tous lisibles.',
    errors: (number) => counted.fr(number, 'erreur', 'erreurs'),
    warnings: (number) => counted.fr(number, 'avertissement', 'avertissements'),
    error: 'Erreur',
    warning: 'Avertissement',
    readAgain: 'Relire',
    showMore: (number) => `En montrer ${number} de plus`,
    notShown: (number) => counted.fr(number, 'problème n’est pas montré', 'problèmes ne sont pas montrés'),
    section: 'Rubrique',
  },
)

export const useWords = () => words[useLanguage()]
