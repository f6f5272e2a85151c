import { inBoth, useLanguage } from '../base/words.js'

/** What the window says of the page. */
export const words = inBoth(
  {
    page: 'Page',
    pages: 'Pages',
    goToSource: 'Go to the source',
    pageOf: (page: number, count: number) => `Page ${page} of ${count}`,
    zoom: 'Zoom',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fitWidth: 'Fit width',
    updating: 'Updating',
    pageWaits: 'The page appears here as soon as the brief can be set.',
    pageStopped: 'The page shows the last version without errors.',
  },
  {
    page: 'Page',
    pages: 'Pages',
    goToSource: 'Aller à la source',
    pageOf: (page, pages) => `Page ${page} sur ${pages}`,
    zoom: 'Zoom',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    fitWidth: 'Pleine largeur',
    updating: 'Mise à jour',
    pageWaits: 'La page apparaît ici dès que la note peut être composée.',
    pageStopped: 'La page montre la dernière version sans erreur.',
  },
)

export const useWords = () => words[useLanguage()]
