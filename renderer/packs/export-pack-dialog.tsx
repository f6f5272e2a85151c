import { useState } from 'react'
import { Form, ListBox, ListBoxItem, Text } from 'react-aria-components'
import type { PackChoice } from '../../electron/contract/index.js'
import type { Diagnostic } from '../../engine/base/index.js'
import { textIn } from '../../engine/locale/index.js'
import { useLanguage } from '../base/words.js'
import { PushButton } from '../controls/button.js'
import { Sheet } from '../controls/sheet.js'
import { TextInput } from '../controls/text-input.js'
import { ProblemList } from '../problems/problem-list.js'
import { useWorkspace } from '../workspace/use-workspace.js'
import { exportChoice, putPackAway } from './use-packs.js'
import { useWords } from './words.js'

/** Chooses what goes into a pack, and what it says of itself. */
export function ExportPackDialog({ chosen }: { chosen: string[] }) {
  const say = useWords()
  const language = useLanguage()
  const listings = useWorkspace((state) => state.workspace?.templates ?? [])
  const [choice, setChoice] = useState<PackChoice>({
    templates: chosen,
    title: '',
    description: '',
    version: '1.0.0',
    author: '',
    licence: '',
  })
  const [faults, setFaults] = useState<Diagnostic[]>([])
  const [isBusy, setBusy] = useState(false)
  const change = (part: Partial<PackChoice>) => setChoice({ ...choice, ...part })
  const titles = listings
    .filter(({ template }) => choice.templates.includes(template.id))
    .map(({ template }) => textIn(template.title, language))
  return (
    <Sheet title={say.exportPack} width={680} onClose={putPackAway}>
      <Form
        className="new-brief"
        onSubmit={async (event) => {
          event.preventDefault()
          if (isBusy || choice.templates.length === 0) return
          setBusy(true)
          setFaults(await exportChoice(choice))
          setBusy(false)
        }}
      >
        <ListBox
          aria-label={say.packTemplates}
          className="gallery pack-templates"
          selectionMode="multiple"
          selectedKeys={choice.templates}
          onSelectionChange={(keys) =>
            change({
              templates: keys === 'all' ? listings.map(({ template }) => template.id) : [...keys].map(String),
            })
          }
          // Opened from a row, its template is in sight at once.
          autoFocus={chosen.length > 0 ? true : 'first'}
        >
          {listings.map(({ template }) => {
            const title = textIn(template.title, language)
            return (
              <ListBoxItem key={template.id} id={template.id} textValue={title} className="gallery-item">
                <span className="tick" aria-hidden="true" />
                <div>
                  <Text slot="label">{title}</Text>
                  <Text slot="description" className="hint">
                    {template.file.path}
                  </Text>
                </div>
              </ListBoxItem>
            )
          })}
        </ListBox>
        <p className="hint">{say.packHint}</p>
        <div className="form-grid">
          <TextInput
            label={say.packTitle}
            value={choice.title}
            placeholder={titles.join(', ') || say.packTitleHint}
            maxLength={200}
            onChange={(title) => change({ title })}
          />
          <TextInput
            label={say.packAuthor}
            value={choice.author}
            maxLength={200}
            onChange={(author) => change({ author })}
          />
          <TextInput
            label={say.packDescription}
            value={choice.description}
            maxLength={2000}
            onChange={(description) => change({ description })}
          />
          <TextInput
            label={say.packLicence}
            value={choice.licence}
            maxLength={2000}
            onChange={(licence) => change({ licence })}
          />
          <TextInput
            label={say.packVersionLabel}
            value={choice.version}
            maxLength={60}
            onChange={(version) => change({ version })}
          />
        </div>
        {faults.length > 0 && (
          <section className="pack-problems" role="alert" aria-label={say.cannotExportPack}>
            <h3>{say.cannotExportPack}</h3>
            <ProblemList diagnostics={faults} label={say.cannotExportPack} />
          </section>
        )}
        <div className="dialog-buttons">
          <PushButton onPress={putPackAway}>{say.cancel}</PushButton>
          <PushButton look="main" type="submit" isDisabled={isBusy || choice.templates.length === 0}>
            {say.exportPackAsk}
          </PushButton>
        </div>
      </Form>
    </Sheet>
  )
}
