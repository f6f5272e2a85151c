import type { ReactNode } from 'react'
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

type LineName = 'title' | 'caveat' | 'reference' | 'from' | 'to' | 'through' | 'cc' | 'contact'

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
  const line = (name: LineName, placeholder?: string) => (
    <Place name={name}>
      <TextInput
        label={say[name]}
        name={name}
        value={brief[name] ?? ''}
        placeholder={placeholder}
        onChange={(value) => changeBrief({ [name]: value })}
      />
    </Place>
  )
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
          <div className="is-wide">{line('title', say.titleHint)}</div>
        </div>
      </Fold>
      <Fold title={say.addressing} isOpenAtFirst={hasAddressing(brief)}>
        <div className="form-grid">
          <Place name="marking">
            <Suggest
              label={say.marking}
              name="marking"
              value={brief.marking ?? ''}
              suggestions={markings[brief.language]}
              onChange={(marking) => changeBrief({ marking })}
            />
          </Place>
          {line('caveat')}
          {line('from')}
          {line('to')}
          {line('through')}
          {line('cc')}
          {line('reference')}
          {line('contact')}
        </div>
      </Fold>
    </div>
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

function hasAddressing({ marking, caveat, from, to, through, cc, reference, contact }: Brief): boolean {
  return [marking, caveat, from, to, through, cc, reference, contact].some(Boolean)
}
