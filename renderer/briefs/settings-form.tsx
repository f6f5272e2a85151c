import type { ReactNode } from 'react'
import type { BriefLine } from '../../engine/brief/index.js'
import type { Brief } from '../../engine/brief/types.js'
import type { Casebook } from '../../engine/casebook/types.js'
import { formatDate, type Language } from '../../engine/locale/index.js'
import type { Template } from '../../engine/template/types.js'
import { useLanguage } from '../base/words.js'
import { Choice } from '../controls/choice.js'
import { DayInput } from '../controls/day-input.js'
import { Fold } from '../controls/fold.js'
import { Suggest } from '../controls/suggest.js'
import { TextInput } from '../controls/text-input.js'
import { ParameterField } from './parameter-field.js'
import { changeBrief } from './use-open-brief.js'
import { useWords } from './words.js'

/** Markings as offices print them; any other can be typed. */
const markings: Record<Language, string[]> = {
  en: ['UNCLASSIFIED', 'SENSITIVE BUT UNCLASSIFIED', 'FOR OFFICIAL USE ONLY'],
  fr: ['NON CLASSIFIÉ', 'DIFFUSION RESTREINTE', 'USAGE OFFICIEL'],
}

type Part = 'document' | 'addressing'

/** The part that has each line of a brief, in the order in which they are shown. */
const partOfLine = {
  title: 'document',
  marking: 'addressing',
  caveat: 'addressing',
  from: 'addressing',
  to: 'addressing',
  through: 'addressing',
  cc: 'addressing',
  reference: 'addressing',
  contact: 'addressing',
} satisfies Record<BriefLine, Part>

function linesIn(part: Part): BriefLine[] {
  return (Object.keys(partOfLine) as BriefLine[]).filter((name) => partOfLine[name] === part)
}

/** The settings of a brief: the template's parameters first, since they decide what it is about. */
export function SettingsForm({
  brief,
  template,
  casebook,
}: {
  brief: Brief
  template: Template | undefined
  casebook: Casebook | undefined
}) {
  const say = useWords()
  const windowLanguage = useLanguage()
  return (
    <div className="settings-form">
      {template && template.parameters.length > 0 && (
        <Fold title={say.selection} isOpenAtFirst>
          <div className="form-grid">
            {template.parameters.map((parameter) => (
              <Place
                key={parameter.name}
                name={`parameter:${parameter.name}`}
                isWide={parameter.type === 'records' || parameter.type === 'record'}
              >
                <ParameterField
                  parameter={parameter}
                  given={brief.parameters[parameter.name]}
                  casebook={casebook}
                />
              </Place>
            ))}
          </div>
        </Fold>
      )}
      <Fold title={say.document} isOpenAtFirst>
        <div className="form-grid">
          <Place name="language">
            <Choice
              label={say.language}
              name="language"
              value={brief.language}
              options={[
                { value: 'en', label: say.languageEnglish },
                { value: 'fr', label: say.languageFrench },
              ]}
              onChange={(language) => changeBrief({ language })}
            />
          </Place>
          <Place name="size">
            <Choice
              label={say.size}
              name="size"
              value={brief.size ?? ''}
              options={[
                { value: '', label: say.sizeTemplate },
                { value: 'A4', label: 'A4' },
                { value: 'Letter', label: 'Letter' },
              ]}
              onChange={(size) => changeBrief({ size: size === '' ? undefined : size })}
            />
          </Place>
          <Place name="asOf">
            <DayInput
              label={say.asOf}
              value={brief.asOf ?? ''}
              hint={
                casebook && !brief.asOf
                  ? say.asOfCasebook(formatDate(casebook.asOf, windowLanguage))
                  : undefined
              }
              onChange={(asOf) => changeBrief({ asOf })}
            />
          </Place>
          <Place name="issued">
            <DayInput
              label={say.issued}
              value={brief.issued ?? ''}
              hint={brief.issued ? undefined : say.issuedToday}
              onChange={(issued) => changeBrief({ issued })}
            />
          </Place>
          {linesIn('document').map((name) => (
            <div key={name} className="is-wide">
              <Line brief={brief} name={name} />
            </div>
          ))}
        </div>
      </Fold>
      <Fold title={say.addressing} isOpenAtFirst={linesIn('addressing').some((name) => brief[name])}>
        <div className="form-grid">
          {linesIn('addressing').map((name) => (
            <Line key={name} brief={brief} name={name} />
          ))}
        </div>
      </Fold>
    </div>
  )
}

function Line({ brief, name }: { brief: Brief; name: BriefLine }) {
  const say = useWords()
  const field = {
    label: say[name],
    name,
    value: brief[name] ?? '',
    onChange: (value: string) => changeBrief({ [name]: value }, 'typed'),
  }
  return (
    <Place name={name}>
      {name === 'marking' ? (
        <Suggest {...field} suggestions={markings[brief.language]} />
      ) : (
        <TextInput {...field} placeholder={name === 'title' ? say.titleHint : undefined} />
      )}
    </Place>
  )
}

/** Where a diagnostic about this field leads. */
function Place({ name, isWide, children }: { name: string; isWide?: boolean; children: ReactNode }) {
  return (
    <div data-place={`field:${name}`} className={isWide ? 'is-wide' : undefined}>
      {children}
    </div>
  )
}
