import { counted, inBoth, useLanguage } from '../base/words.js'
import { words as controls } from '../controls/words.js'

/** What the window says of edited files. */
export const words = inBoth(
  {
    ...controls.en,
    notSaved: 'Not saved.',
    bothChanged: 'You and another program changed the same lines. Nothing is written until you choose.',
    chooseParts: 'Compare and choose…',
    goneFile: 'The file is no longer there. Your text is safe in this window and for the next start.',
    goneFolder:
      'The folder of this file is no longer there. Your text is safe in this window and for the next start.',
    goneWorkspace:
      'The folder of the workspace is no longer there. Your text is safe in this window and for the next start.',
    putBack: 'Put it back',
    saveElsewhere: 'Save elsewhere…',
    savedElsewhere: 'Saved elsewhere',
    letGo: 'Let go',
    tryAgain: 'Try again',
    takenIn: 'Taken in.',
    takenInText: 'Another program changed this file, and its changes are in the text now.',
    seeThem: 'See them',
    takenInTitle: 'What another program changed',
    takenInHint: 'Underlined is what it wrote, struck out is what it took away.',
    takeThemOut: 'Take them out again',
    recovered: 'Recovered.',
    recoveredText: 'This was not saved when Briefwright ended, and is as you left it.',
    saveNow: 'Save',
    differences: 'Differences',
    beginAdded: ' added: ',
    endAdded: ' end of what was added ',
    beginRemoved: ' taken out: ',
    endRemoved: ' end of what was taken out ',
    historyOf: (file: string) => `History of ${file}`,
    historyHint:
      'Each saved state, and each that another program left. They are kept for 90 days, up to 200 MB in all.',
    noHistory: 'Nothing of this file is kept yet: the first state is kept when it is saved.',
    savedStates: 'Saved states',
    kilobytes: (number: string) => `${number} kB`,
    asNow: 'This state is the text as it is now.',
    howCompared: 'Struck out is only in that state, underlined only in the text as it is now.',
    restore: 'Bring this state back',
    conflictTitle: 'You and another program changed the same lines',
    conflictBody:
      'Choose what is kept of each part. Marked words are in one side alone. Nothing is written before, and you can undo it.',
    conflictPart: (number: number, of: number) => `Part ${number} of ${of}`,
    decided: (number: number, of: number) => `${number} of ${counted.en(of, 'part', 'parts')} decided`,
    decideLater: 'Decide later',
    takeChosen: 'Take what is chosen',
    mine: 'Yours',
    theirs: 'The other program’s',
    takenOut: 'These lines are taken out.',
    keepMine: 'Keep yours',
    keepTheirs: 'Keep the other’s',
    keepBoth: 'Both, yours first',
    keepBothTurned: 'Both, the other’s first',
    writeOwn: 'Write it anew',
    ownText: 'Text of these lines',
  },
  {
    ...controls.fr,
    notSaved: 'Non enregistrée.',
    bothChanged:
      'Vous et un autre programme avez modifié les mêmes lignes. Rien n’est écrit avant que vous choisissiez.',
    chooseParts: 'Comparer et choisir…',
    goneFile:
      'Le fichier n’est plus là. Votre texte est à l’abri dans cette fenêtre et pour le prochain démarrage.',
    goneFolder:
      'Le dossier de ce fichier n’est plus là. Votre texte est à l’abri dans cette fenêtre et pour le prochain démarrage.',
    goneWorkspace:
      'Le dossier de l’espace de travail n’est plus là. Votre texte est à l’abri dans cette fenêtre et pour le prochain démarrage.',
    putBack: 'Le remettre',
    saveElsewhere: 'Enregistrer ailleurs…',
    savedElsewhere: 'Enregistré ailleurs',
    letGo: 'L’abandonner',
    tryAgain: 'Réessayer',
    takenIn: 'Changements repris.',
    takenInText: 'Un autre programme a modifié ce fichier, et ses changements sont dans le texte.',
    seeThem: 'Les voir',
    takenInTitle: 'Ce qu’un autre programme a modifié',
    takenInHint: 'Ce qu’il a écrit est souligné, ce qu’il a retiré est barré.',
    takeThemOut: 'Les retirer',
    recovered: 'Récupérée.',
    recoveredText:
      'Cette note n’était pas enregistrée quand Briefwright s’est arrêté ; elle est telle que vous l’avez laissée.',
    saveNow: 'Enregistrer',
    differences: 'Différences',
    beginAdded: ' ajouté : ',
    endAdded: ' fin de l’ajout ',
    beginRemoved: ' retiré : ',
    endRemoved: ' fin du retrait ',
    historyOf: (file) => `Historique de ${file}`,
    historyHint:
      'Chaque état enregistré, et chaque état laissé par un autre programme. Ils sont gardés 90 jours, 200 Mo en tout au plus.',
    noHistory: 'Rien n’est encore gardé de ce fichier : le premier état l’est au premier enregistrement.',
    savedStates: 'États enregistrés',
    kilobytes: (number) => `${number.replace('.', ',')} ko`,
    asNow: 'Cet état est le texte tel qu’il est maintenant.',
    howCompared:
      'Ce qui est barré n’est que dans cet état, ce qui est souligné n’est que dans le texte actuel.',
    restore: 'Rétablir cet état',
    conflictTitle: 'Vous et un autre programme avez modifié les mêmes lignes',
    conflictBody:
      'Choisissez ce qui est gardé de chaque partie. Les mots marqués ne sont que d’un côté. Rien n’est écrit avant, et vous pourrez annuler.',
    conflictPart: (number, of) => `Partie ${number} sur ${of}`,
    decided: (number, of) => `${number} ${of < 2 ? 'décidée' : 'décidées'} sur ${of}`,
    decideLater: 'Décider plus tard',
    takeChosen: 'Prendre ce qui est choisi',
    mine: 'Votre texte',
    theirs: 'Celui de l’autre programme',
    takenOut: 'Ces lignes sont retirées.',
    keepMine: 'Garder le vôtre',
    keepTheirs: 'Garder l’autre',
    keepBoth: 'Les deux, le vôtre d’abord',
    keepBothTurned: 'Les deux, l’autre d’abord',
    writeOwn: 'L’écrire autrement',
    ownText: 'Texte de ces lignes',
  },
)

export const useWords = () => words[useLanguage()]

export type Words = (typeof words)['en']
