import { useState } from 'react'
import { Form, ListBox, ListBoxItem, Text } from 'react-aria-components'
import type { Language } from '../../engine/locale/index.js'
import { textIn } from '../../engine/locale/index.js'
import { useLanguage } from '../base/words.js'
import { PushButton } from '../controls/button.js'
import { Choice } from '../controls/choice.js'
import { Sheet } from '../controls/sheet.js'
import { TextInput } from '../controls/text-input.js'
import { PaperShape } from '../templates/paper-shape.js'
import { templateFacts } from '../templates/template-facts.js'
import { useWorkspace } from '../workspace/use-workspace.js'
import { createBrief } from './brief-actions.js'
import { putNewBriefAway } from './brief-dialogs.js'
import { useWords } from './words.js'

/** The gallery, and a name for what is made from it. */
export function NewBriefDialog({ chosen }: { chosen: string | undefined }) {
  const say = useWords()
  const windowLanguage = useLanguage()
  const listings = useWorkspace((state) => state.workspace?.templates ?? [])
  const [id, setId] = useState(chosen ?? listings[0]?.template.id)
  const template = listings.find((listing) => listing.template.id === id)?.template
  const [name, setName] = useState('')
  const [language, setLanguage] = useState<Language>(windowLanguage)
  const title = template ? textIn(template.title, windowLanguage) : ''
  const languages = template?.languages ?? []
  return (
    <Sheet title={say.newBrief} width={680} onClose={putNewBriefAway}>
      <Form
        className="new-brief"
        onSubmit={(event) => {
          event.preventDefault()
          if (!template) return
          putNewBriefAway()
          const inLanguage = languages.includes(language) ? language : (languages[0] ?? language)
          void createBrief({ template: template.id, language: inLanguage, name: name.trim() || title })
        }}
      >
        <ListBox
          aria-label={say.chooseTemplate}
          className="gallery"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={id ? [id] : []}
          onSelectionChange={(keys) => setId(String([...keys][0]))}
        >
          {listings.map(({ template }) => {
            const title = textIn(template.title, windowLanguage)
            return (
              <ListBoxItem key={template.id} id={template.id} textValue={title} className="gallery-item">
                <PaperShape size={template.page} />
                <div>
                  <Text slot="label">{title}</Text>
                  <Text slot="description" className="hint">
                    {textIn(template.description, windowLanguage)}
                  </Text>
                  <span className="hint">{templateFacts(template, say)}</span>
                </div>
              </ListBoxItem>
            )
          })}
        </ListBox>
        <div className="form-grid">
          <TextInput
            label={say.briefName}
            value={name}
            placeholder={title}
            hint={say.briefNameHint}
            autoFocus
            onChange={setName}
          />
          <Choice
            label={say.language}
            value={language}
            options={[
              { value: 'en', label: say.languageEnglish },
              { value: 'fr', label: say.languageFrench },
            ]}
            onChange={(chosen: Language) => setLanguage(chosen)}
          />
        </div>
        <div className="dialog-buttons">
          <PushButton onPress={putNewBriefAway}>{say.cancel}</PushButton>
          <PushButton look="main" type="submit" isDisabled={!template}>
            {say.createBrief}
          </PushButton>
        </div>
      </Form>
    </Sheet>
  )
}
