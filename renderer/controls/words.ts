import { inBoth, useLanguage } from '../base/words.js'

/** What the controls say themselves, and what stands on those of any view. */
export const words = inBoth(
  {
    cancel: 'Cancel',
    close: 'Close',
    name: 'Name',
    clear: 'Clear',
    resizePage: 'Width of the page pane',
    showInFolder: 'Show in folder',
    dismiss: 'Dismiss',
    file: 'File',
  },
  {
    cancel: 'Annuler',
    close: 'Fermer',
    name: 'Nom',
    clear: 'Effacer',
    resizePage: 'Largeur du volet de la page',
    showInFolder: 'Montrer dans le dossier',
    dismiss: 'Fermer le message',
    file: 'Fichier',
  },
)

export const useWords = () => words[useLanguage()]
