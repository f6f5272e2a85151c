import { counted, inBoth, useLanguage } from '../base/words.js'

/** What the window says of the text. */
export const words = inBoth(
  {
    required: 'required',
    wordsOf: (words: number, limit: number) => `${words} of ${limit} words`,
    wordCount: (words: number) => counted.en(words, 'word', 'words'),
    overLimit: (over: number) => `${counted.en(over, 'word', 'words')} too many`,
    standardText: 'The template’s own text is printed until you write here.',
    startFromTemplate: 'Start from the template’s text',
    plainText: 'This section holds Markdown that only its plain text shows in full.',
    unprinted: (letter: string) => `No font of the page has ${letter}: it is not printed`,
    unprintedHere: (letters: string) => `Not printed, since no font of the page has it: ${letters}`,
    pastedWithout: 'Not all was pasted',
    picturesLeftOut: (pictures: number) =>
      `${counted.en(pictures, 'picture was', 'pictures were')} left out; what describes one stands in its place.`,
    commentsLeftOut: (comments: number) =>
      `${counted.en(comments, 'comment was', 'comments were')} left out.`,
    notPasted: 'Nothing was pasted',
    tooLongToPaste: (limit: number) =>
      `The text is longer than ${limit.toLocaleString('en')} characters. Paste it in parts.`,
    formatting: 'Formatting',
    bold: 'Bold',
    italic: 'Italic',
    heading: 'Heading',
    bulletList: 'Bulleted list',
    numberedList: 'Numbered list',
    undo: 'Undo',
    redo: 'Redo',
  },
  {
    required: 'obligatoire',
    wordsOf: (words, limit) => `${words} mots sur ${limit}`,
    wordCount: (words) => counted.fr(words, 'mot', 'mots'),
    overLimit: (over) => `${counted.fr(over, 'mot', 'mots')} de trop`,
    standardText: 'Le texte du modèle est imprimé tant que vous n’écrivez rien ici.',
    startFromTemplate: 'Partir du texte du modèle',
    plainText: 'Cette rubrique contient du Markdown que seul le texte brut montre en entier.',
    unprinted: (letter) => `Aucune police de la page n’a ${letter} : il ne s’imprime pas`,
    unprintedHere: (letters) => `Ne s’imprime pas, faute de police qui l’ait : ${letters}`,
    pastedWithout: 'Tout n’a pas été collé',
    picturesLeftOut: (pictures) =>
      `${counted.fr(pictures, 'image a été laissée', 'images ont été laissées')} de côté ; la description, s’il y en a une, en tient lieu.`,
    commentsLeftOut: (comments) =>
      `${counted.fr(comments, 'commentaire a été laissé', 'commentaires ont été laissés')} de côté.`,
    notPasted: 'Rien n’a été collé',
    tooLongToPaste: (limit) =>
      `Le texte dépasse ${limit.toLocaleString('fr')} caractères. Collez-le en plusieurs fois.`,
    formatting: 'Mise en forme',
    bold: 'Gras',
    italic: 'Italique',
    heading: 'Intertitre',
    bulletList: 'Liste à puces',
    numberedList: 'Liste numérotée',
    undo: 'Annuler',
    redo: 'Rétablir',
  },
)

export const useWords = () => words[useLanguage()]
