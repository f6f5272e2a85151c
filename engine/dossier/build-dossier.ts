import type { SourceFile } from '../base/index.js'
import { encodeUtf8 } from '../base/index.js'
import { formatBrief } from '../brief/index.js'
import type { Brief } from '../brief/types.js'
import type { Casebook } from '../casebook/index.js'
import type { Host } from '../host.js'
import type { IsoDate, LocalText } from '../locale/index.js'
import { textIn } from '../locale/index.js'
import { usedPartials } from '../template/index.js'
import type { Template, TemplateLibrary } from '../template/types.js'
import { cutFiles } from './cut-files.js'
import { formatManifest, manifestPath } from './manifest.js'
import type { Attachment, Relationship, StoredFile } from './types.js'

export interface DossierInput {
  casebook: Casebook
  /** The texts that the casebook was read from. */
  sources: SourceFile[]
  library: TemplateLibrary
  template: Template
  /** The theme that the document is set in. */
  theme: SourceFile
  brief: Brief
  /** The day of issue, also where the brief gives none. */
  issued: IsoDate
  /** Keys of the records to keep; they refer to no others. */
  records: ReadonlySet<string>
  /** The pictures that the document shows. */
  pictures: StoredFile[]
}

/**
 * What a document was made from, as files of a workspace and a manifest of them.
 *
 * The brief gets its day of issue, so that it makes the same document on another day.
 */
export function buildDossier(input: DossierInput, host: Pick<Host, 'digest' | 'version'>): Attachment[] {
  const { template, library, brief, issued } = input
  const { language } = brief
  const attach = (what: KindName, { path, bytes }: StoredFile): Attachment => {
    const { description, ...kind } = kinds[what]
    return {
      path,
      bytes,
      type: kind.type ?? typeOfPicture(path),
      relationship: kind.relationship,
      description: textIn(description, language),
    }
  }
  const attachText = (what: KindName, { path, text }: SourceFile) =>
    attach(what, { path, bytes: encodeUtf8(text) })
  const casebook = cutFiles(input.sources, input.casebook, input.records)
  const layout = template.layout === undefined ? undefined : library.layouts.get(template.layout)?.file
  const texts = [
    template.file.text,
    layout?.text ?? '',
    ...Object.values(brief.narrative),
    ...casebook.map(({ text }) => text),
  ]
  const files = [
    attachText('brief', {
      path: `briefs/${brief.template}.brief.yaml`,
      text: formatBrief({ ...brief, issued }),
    }),
    ...casebook.map((file) => attachText('casebook', file)),
    attachText('template', template.file),
    ...(layout ? [attachText('template', layout)] : []),
    ...usedPartials(library, texts).map((file) => attachText('template', file)),
    attachText('theme', input.theme),
    ...input.pictures.map((file) => attach('picture', file)),
  ]
  const listed = files.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: host.digest(bytes) }))
  const about = { version: host.version(), template: brief.template, language, issued }
  return [...files, attachText('manifest', { path: manifestPath, text: formatManifest(about, listed) })]
}

type KindName = 'brief' | 'casebook' | 'template' | 'theme' | 'picture' | 'manifest'

interface Kind {
  /** MIME type; a picture's follows from its name. */
  type?: string
  relationship: Relationship
  description: LocalText
}

const kinds: Record<KindName, Kind> = {
  brief: {
    type: 'application/yaml',
    relationship: 'Source',
    description: { en: 'The brief: what was chosen and written', fr: 'La note : choix et rédaction' },
  },
  casebook: {
    type: 'application/yaml',
    relationship: 'Data',
    description: {
      en: 'The records of the casebook that this document uses',
      fr: 'Les fiches du dossier de faits que ce document utilise',
    },
  },
  template: {
    type: 'text/x-handlebars-template',
    relationship: 'Source',
    description: {
      en: 'The template, its layout or a partial',
      fr: 'Le modèle, sa mise en page ou un élément commun',
    },
  },
  theme: {
    type: 'application/yaml',
    relationship: 'Source',
    description: { en: 'The theme that the document is set in', fr: 'Le thème de composition du document' },
  },
  picture: {
    relationship: 'Source',
    description: { en: 'A picture of the document', fr: 'Une image du document' },
  },
  manifest: {
    type: 'application/json',
    relationship: 'Supplement',
    description: { en: 'List of the files with their SHA-256', fr: 'Liste des fichiers avec leur SHA-256' },
  },
}

function typeOfPicture(path: string): string {
  return /\.png$/i.test(path) ? 'image/png' : 'image/jpeg'
}
