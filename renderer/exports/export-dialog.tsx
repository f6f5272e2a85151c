import { useState } from 'react'
import { Form } from 'react-aria-components'
import { mostOnWatermark } from '../../engine/brief/index.js'
import type { Brief } from '../../engine/brief/types.js'
import { allRecords } from '../../engine/casebook/index.js'
import { PushButton } from '../controls/button.js'
import { Choice } from '../controls/choice.js'
import { Flag } from '../controls/flag.js'
import { Fold } from '../controls/fold.js'
import { Sheet } from '../controls/sheet.js'
import { TextArea } from '../controls/text-area.js'
import { TextInput } from '../controls/text-input.js'
import { ProblemList } from '../problems/problem-list.js'
import { useWorkspace } from '../workspace/use-workspace.js'
import { CopiesProgress } from './copies-progress.js'
import { hasFault, LockFields, lockOf, noLock } from './lock-fields.js'
import { closeExport, exportBrief, useExports } from './use-exports.js'
import { useWords } from './words.js'

type Mark = 'none' | 'draft' | 'own'

/** What goes out with a document, and to whom. As it opens, Enter makes the PDF that the brief asks for. */
export function ExportDialog({ brief }: { brief: Brief }) {
  const say = useWords()
  const { copy, faults } = useExports()
  const casebook = useWorkspace((state) => state.workspace?.casebook)
  const [dossier, setDossier] = useState(brief.dossier !== false)
  const [redacted, setRedacted] = useState(brief.redacted === true)
  const own = brief.watermark === 'draft' ? undefined : brief.watermark
  const [mark, setMark] = useState<Mark>(own ? 'own' : ((brief.watermark as 'draft' | undefined) ?? 'none'))
  const [text, setText] = useState(own ?? '')
  const [recipients, setRecipients] = useState('')
  const [fields, setFields] = useState(noLock)
  const lock = lockOf(fields)
  const count = recipients.split('\n').filter((line) => line.trim() !== '').length
  const internal = casebook ? allRecords(casebook).filter((record) => record.internal).length : 0
  if (copy) return <CopiesProgress copy={copy} />
  return (
    <Sheet title={say.exportPdf} width={560} onClose={closeExport}>
      <Form
        className="export-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (hasFault(fields)) return
          const watermark =
            mark === 'draft' ? 'draft' : mark === 'own' && text.trim() ? text.trim() : undefined
          void exportBrief({ dossier: dossier && !lock, redacted, watermark, recipients, lock })
        }}
      >
        <Flag
          label={say.carryDossier}
          value={dossier && !lock}
          isDisabled={lock !== undefined}
          hint={lock ? say.noDossierLocked : say.carryDossierHint}
          onChange={setDossier}
        />
        <Flag
          label={say.leaveOutInternal}
          value={redacted}
          hint={internal > 0 ? say.internalRecords(internal) : say.noInternalRecords}
          onChange={setRedacted}
        />
        <div className="form-grid">
          <Choice
            label={say.watermark}
            value={mark}
            options={[
              { value: 'none', label: say.noWatermark },
              {
                value: 'draft',
                label: brief.language === 'fr' ? say.watermarkDraftFrench : say.watermarkDraft,
              },
              { value: 'own', label: say.watermarkOwn },
            ]}
            onChange={(chosen: Mark) => setMark(chosen)}
          />
          {mark === 'own' && (
            <TextInput
              label={say.watermarkText}
              value={text}
              maxLength={mostOnWatermark}
              onChange={setText}
            />
          )}
        </div>
        <Fold title={say.numberedCopies} isOpenAtFirst={false}>
          <TextArea
            label={say.recipients}
            value={recipients}
            hint={say.recipientsHint}
            rows={5}
            onChange={setRecipients}
          />
          {faults.length > 0 && (
            <div role="alert">
              <ProblemList diagnostics={faults} label={say.recipients} isElsewhere />
            </div>
          )}
        </Fold>
        <Fold title={say.passwordAndLimits} isOpenAtFirst={false}>
          <LockFields fields={fields} onChange={setFields} />
        </Fold>
        <div className="dialog-buttons">
          <PushButton onPress={closeExport}>{say.cancel}</PushButton>
          <PushButton look="main" type="submit" autoFocus isDisabled={hasFault(fields)}>
            {count > 0 ? say.exportCopies(count) : say.exportNow}
          </PushButton>
        </div>
      </Form>
    </Sheet>
  )
}
