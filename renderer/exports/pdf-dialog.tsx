import type { PdfFacts } from '../../electron/contract/index.js'
import type { Diagnostic } from '../../engine/base/index.js'
import { formatDate, textIn } from '../../engine/locale/index.js'
import { useLanguage } from '../base/words.js'
import { PushButton } from '../controls/button.js'
import { Sheet } from '../controls/sheet.js'
import { ProblemList } from '../problems/problem-list.js'
import { type PdfOnHand, putPdfAway, restoreOnHand, verifyOnHand } from './use-pdf.js'
import { useWords } from './words.js'

/** Says what a PDF carries or whether it is what its dossier makes, and makes a workspace of it. */
export function PdfDialog({ onHand }: { onHand: PdfOnHand }) {
  const say = useWords()
  const { pdf, aim, busy, facts, verdict, diagnostics } = onHand
  // The dialog is about the PDF; only a file within it is worth naming.
  const found = diagnostics.map((one) =>
    one.at && 'file' in one.at && one.at.file === pdf.path ? withoutPlace(one) : one,
  )
  return (
    <Sheet title={aim === 'open' ? say.briefFromPdf : say.verifyPdf} width={640} onClose={putPdfAway}>
      <p className="pdf-path" title={pdf.path}>
        {pdf.name}
      </p>
      {facts && <Facts facts={facts} />}
      <div role="status" className="pdf-status" aria-busy={busy !== undefined}>
        {busy ? (
          <p className="busy-line">
            <span className="busy-mark" aria-hidden="true" />
            {busy === 'verifying'
              ? say.verifyingPdf
              : busy === 'reading'
                ? say.readingPdf
                : say.makingWorkspace}
          </p>
        ) : (
          <Finding onHand={onHand} />
        )}
      </div>
      {!busy && diagnostics.length > 0 && (
        <div className="pdf-problems">
          <ProblemList diagnostics={found} label={say.foundInPdf} isElsewhere />
        </div>
      )}
      {facts && !busy && <p className="hint">{say.restoreHint}</p>}
      <div className="dialog-buttons">
        <PushButton onPress={putPdfAway}>{facts ? say.cancel : say.close}</PushButton>
        {facts && (
          <>
            <PushButton
              isDisabled={busy !== undefined || verdict !== undefined}
              onPress={() => void verifyOnHand()}
            >
              {say.verify}
            </PushButton>
            <PushButton look="main" isDisabled={busy !== undefined} onPress={() => void restoreOnHand()}>
              {say.chooseFolder}
            </PushButton>
          </>
        )}
      </div>
    </Sheet>
  )
}

function withoutPlace({ at: _at, ...rest }: Diagnostic): Diagnostic {
  return rest
}

function Finding({ onHand: { facts, verdict } }: { onHand: PdfOnHand }) {
  const say = useWords()
  if (verdict === 'identical') {
    return (
      <>
        <p className="verdict is-identical">{say.identical}</p>
        <p className="hint">{say.identicalHint}</p>
      </>
    )
  }
  if (verdict === 'differs') return <p className="verdict is-differs">{say.differs}</p>
  if (verdict === 'unknown') return <p className="verdict is-differs">{say.cannotVerify}</p>
  return facts ? null : <p className="verdict is-differs">{say.cannotOpenPdf}</p>
}

function Facts({ facts }: { facts: PdfFacts }) {
  const say = useWords()
  const language = useLanguage()
  const rows: [label: string, value: string | undefined][] = [
    [say.title, facts.title],
    [say.template, textIn(facts.template, language)],
    [say.language, facts.language === 'en' ? say.languageEnglish : say.languageFrench],
    [say.issued, facts.issued && formatDate(facts.issued, language)],
    [say.marking, facts.marking],
    [say.carries, `${say.records(facts.recordCount)}, ${say.files(facts.fileCount)}`],
    [say.madeBy, `Briefwright ${facts.version}${facts.isOwnVersion ? '' : ` – ${say.otherVersion}`}`],
  ]
  return (
    <dl className="pdf-facts">
      {rows.map(
        ([label, value]) =>
          value && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
