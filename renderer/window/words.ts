import { counted, inBoth, useLanguage } from '../base/words.js'
import { words as exports } from '../exports/words.js'
import { words as problems } from '../problems/words.js'

/** What the frame of the window says. */
export const words = inBoth(
  {
    ...problems.en,
    ...exports.en,
    views: 'Views',
    workspace: 'Workspace',
    theme: 'Theme',
    themeSystem: 'As the system',
    themeLight: 'Light',
    themeDark: 'Dark',
    windowLanguage: 'Language of the window',
    changeWorkspace: 'Open workspace…',
    settings: 'Settings',
    pageCount: (pages: number) => counted.en(pages, 'page', 'pages'),
    copiesMade: (made: number, of: number) =>
      made === of ? counted.en(made, 'copy exported', 'copies exported') : `${made} of ${of} copies exported`,
    exportedTo: 'Exported',
    cannotExport: 'The brief was not exported',
    mendFirst: 'Mend these errors first.',
    cannotSave: 'The brief was not saved',
    cannotOpen: 'The brief was not opened',
    cannotShowPage: 'The page cannot be shown',
    cannotDo: 'This could not be done',
    noWorkspace: 'The workspace could not be read',
    noWorkspaceHint: 'Try to read it again, or open another one.',
    restored: 'The brief is open in a workspace of its own',
    dropHere: 'Drop the PDF to open its brief',
    unsavedTitle: 'Save the changes to this brief?',
    unsavedBody: 'They are lost if you do not save them.',
    dontSave: 'Don’t save',
    offline: 'Works offline',
  },
  {
    ...problems.fr,
    ...exports.fr,
    views: 'Vues',
    workspace: 'Espace de travail',
    theme: 'Thème',
    themeSystem: 'Comme le système',
    themeLight: 'Clair',
    themeDark: 'Sombre',
    windowLanguage: 'Langue de la fenêtre',
    changeWorkspace: 'Ouvrir un espace de travail…',
    settings: 'Réglages',
    pageCount: (pages) => counted.fr(pages, 'page', 'pages'),
    copiesMade: (made, of) =>
      made === of
        ? counted.fr(made, 'exemplaire exporté', 'exemplaires exportés')
        : `${made} exemplaires exportés sur ${of}`,
    exportedTo: 'Exportée',
    cannotExport: 'La note n’a pas été exportée',
    mendFirst: 'Corrigez d’abord ces erreurs.',
    cannotSave: 'La note n’a pas été enregistrée',
    cannotOpen: 'La note n’a pas été ouverte',
    cannotShowPage: 'La page ne peut pas être affichée',
    cannotDo: 'Cela n’a pas pu être fait',
    noWorkspace: 'L’espace de travail n’a pas pu être lu',
    noWorkspaceHint: 'Essayez de le relire, ou ouvrez-en un autre.',
    restored: 'La note est ouverte dans un espace de travail à elle',
    dropHere: 'Déposez le PDF pour ouvrir sa note',
    unsavedTitle: 'Enregistrer les modifications de cette note ?',
    unsavedBody: 'Sans enregistrement, elles sont perdues.',
    dontSave: 'Ne pas enregistrer',
    offline: 'Fonctionne hors ligne',
  },
)

export const useWords = () => words[useLanguage()]
