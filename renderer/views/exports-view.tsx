import { useEffect, useState } from 'react'
import type { ExportListing } from '../../electron/contract.js'
import { formatNumber } from '../../engine/locale/index.js'
import { bridge } from '../bridge.js'
import { PushButton } from '../controls/button.js'
import { showFailure, useDesk } from '../state/desk.js'
import { useLanguage, useWords } from '../words/index.js'
import { EmptyState, ViewFrame } from './view-frame.js'
import { when } from './when.js'

export function ExportsView() {
  const say = useWords()
  const language = useLanguage()
  const notice = useDesk((desk) => desk.notice)
  const [exports, setExports] = useState<ExportListing[]>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new export comes with its notice
  useEffect(() => {
    void bridge.listExports().then((listed) => setExports(listed.ok ? listed.value : []))
  }, [notice])
  return (
    <ViewFrame title={say.exports}>
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
              <th scope="col">
                <span className="hidden-text">{say.open}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {exports.map(({ path, name, size, changed }) => (
              <tr key={path}>
                <th scope="row">{name}</th>
                <td className="is-number">
                  {formatNumber(Math.max(1, Math.round(size / 1024)), language)} KB
                </td>
                <td>{when(changed, Date.now(), say, language)}</td>
                <td className="row-actions">
                  <ExportButtons path={path} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ViewFrame>
  )
}

/** Opens an exported file, or shows where it lies. */
export function ExportButtons({ path }: { path: string }) {
  const say = useWords()
  const act = async (call: typeof bridge.openExport) => {
    const done = await call(path)
    if (!done.ok) showFailure('cannotOpen', done)
  }
  return (
    <>
      <PushButton isSmall onPress={() => void act(bridge.openExport)}>
        {say.open}
      </PushButton>
      <PushButton isSmall look="quiet" onPress={() => void act(bridge.showExport)}>
        {say.showInFolder}
      </PushButton>
    </>
  )
}
