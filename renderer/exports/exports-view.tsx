import { useEffect } from 'react'
import type { ExportListing } from '../../electron/contract/index.js'
import { formatNumber } from '../../engine/locale/index.js'
import { useNotices } from '../base/notices.js'
import { useLanguage } from '../base/words.js'
import { when } from '../briefs/when.js'
import { PushButton } from '../controls/button.js'
import { EmptyState, ViewFrame } from '../controls/view-frame.js'
import { useWorkspace } from '../workspace/use-workspace.js'
import { ExportButtons } from './export-buttons.js'
import { listExports, useExports } from './use-exports.js'
import { choosePdf, openExportedBrief, usePdf, verifyExport } from './use-pdf.js'
import { useWords } from './words.js'

export function ExportsView() {
  const say = useWords()
  const exports = useListedExports()
  return (
    <ViewFrame
      title={say.exports}
      actions={
        <>
          <PushButton onPress={() => void choosePdf('open')}>{say.openBriefFromPdf}</PushButton>
          <PushButton onPress={() => void choosePdf('verify')}>{say.verifyPdfNow}</PushButton>
        </>
      }
    >
      {exports?.length === 0 && <EmptyState title={say.noExports} hint={say.noExportsHint} />}
      {exports && exports.length > 0 && (
        <table className="grid" aria-label={say.exports}>
          <thead>
            <tr>
              <th scope="col">{say.file}</th>
              <th scope="col" className="is-number">
                {say.fileSize}
              </th>
              <th scope="col">{say.changed}</th>
              <th scope="col">{say.verified}</th>
              <th scope="col">
                <span className="hidden-text">{say.open}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {exports.map((listing) => (
              <ExportRow key={listing.path} listing={listing} />
            ))}
          </tbody>
        </table>
      )}
    </ViewFrame>
  )
}

/** The exports, listed again where there may be others: after an export, a verdict, and a while in another program. */
function useListedExports(): ExportListing[] | undefined {
  const gone = useNotices(({ notices }) => notices.findLast(({ notice }) => notice.type !== 'failed'))
  const folder = useWorkspace((state) => state.workspace?.folder)
  const verdicts = usePdf((state) => state.verdicts)
  const exports = useExports((state) => state.exports)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new export comes with its notice
  useEffect(() => {
    const list = () => void listExports()
    list()
    window.addEventListener('focus', list)
    return () => window.removeEventListener('focus', list)
  }, [gone, folder, verdicts])
  return exports
}

function ExportRow({ listing }: { listing: ExportListing }) {
  const say = useWords()
  const language = useLanguage()
  const { path, name, size, changed } = listing
  const known = usePdf((state) => state.verdicts[path])
  const isBusy = usePdf(({ onHand }) => onHand?.pdf.path === path && onHand.busy === 'verifying')
  // Of the file as it was then.
  const verdict = known?.size === size && known.changed === changed ? known.verdict : undefined
  const verdicts = { identical: say.isIdentical, differs: say.isDifferent, unknown: say.isUnknown }
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="is-number">
        {say.exportSize(formatNumber(Math.max(1, Math.round(size / 1024)), language))}
      </td>
      <td>{when(changed, Date.now(), say, language)}</td>
      <td>
        {isBusy ? (
          <span className="hint">{say.isVerifying}</span>
        ) : (
          verdict && (
            <span className={`verdict is-${verdict === 'identical' ? 'identical' : 'differs'}`}>
              {verdicts[verdict]}
            </span>
          )
        )}
      </td>
      <td className="row-actions">
        <ExportButtons path={path} />
        <PushButton isSmall look="quiet" isDisabled={isBusy} onPress={() => void verifyExport(listing)}>
          {say.verify}
        </PushButton>
        <PushButton isSmall look="quiet" onPress={() => void openExportedBrief(listing)}>
          {say.openItsBrief}
        </PushButton>
      </td>
    </tr>
  )
}
