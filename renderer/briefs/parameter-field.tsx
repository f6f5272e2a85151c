import { unreachable } from '../../engine/base/index.js'
import type { ParameterValue } from '../../engine/brief/types.js'
import type { Casebook } from '../../engine/casebook/types.js'
import { textIn } from '../../engine/locale/index.js'
import { defaultOf } from '../../engine/template/index.js'
import type { Parameter } from '../../engine/template/types.js'
import { useLanguage } from '../base/words.js'
import { Choice } from '../controls/choice.js'
import { DayInput } from '../controls/day-input.js'
import { Flag } from '../controls/flag.js'
import { TextInput } from '../controls/text-input.js'
import { RecordPicker, RecordsPicker } from './record-picker.js'
import { changeParameter, type Manner } from './use-open-brief.js'
import { useWords } from './words.js'

/** The control for one parameter of a template. Shows the template's default until the brief says otherwise. */
export function ParameterField({
  parameter,
  given,
  casebook,
}: {
  parameter: Parameter
  given: ParameterValue | undefined
  casebook: Casebook | undefined
}) {
  const language = useLanguage()
  const say = useWords()
  const { name } = parameter
  const label = textIn(parameter.label, language)
  const value = given ?? (casebook ? defaultOf(parameter, casebook) : parameter.default)
  const help = parameter.help && textIn(parameter.help, language)
  const common = { label, name: `parameter:${name}`, hint: help }
  const change = (to: ParameterValue | undefined, manner?: Manner) => changeParameter(name, to, manner)
  const text = typeof value === 'string' ? value : ''
  switch (parameter.type) {
    case 'record':
      return (
        <RecordPicker
          {...common}
          casebook={casebook}
          collection={parameter.collection}
          value={text || undefined}
          onChange={change}
        />
      )
    case 'records':
      return (
        <RecordsPicker
          {...common}
          casebook={casebook}
          collection={parameter.collection}
          value={Array.isArray(value) ? value : text ? [text] : []}
          onChange={change}
        />
      )
    case 'choice': {
      const options = parameter.choices.map((choice) => ({
        value: choice.value,
        label: textIn(choice.label, language),
      }))
      const open = { value: '', label: say.templateDefault }
      return (
        <Choice
          {...common}
          value={text}
          options={parameter.default === undefined && !parameter.required ? [open, ...options] : options}
          onChange={(chosen) => change(chosen || undefined)}
        />
      )
    }
    case 'text':
      return (
        <TextInput
          {...common}
          value={text}
          maxLength={parameter.maxLength}
          onChange={(typed) =>
            change(typed === '' && parameter.default === undefined ? undefined : typed, 'typed')
          }
        />
      )
    case 'date':
      return <DayInput label={label} hint={help} value={text} onChange={(day) => change(day || undefined)} />
    case 'flag':
      return <Flag label={label} value={value === true} onChange={change} />
    default:
      return unreachable(parameter)
  }
}
