import { useState } from 'react'
import type { PageMapEntry } from '../../engine/pdf/index.js'
import { keepLook, useWindow } from '../base/use-window.js'
import { PagePane } from '../page/page-pane.js'
import { goTo } from '../problems/go-to.js'
import { showSource } from '../workspace/use-workspace.js'
import { briefView, noteView } from './brief-view.js'
import { useOpenBrief } from './use-open-brief.js'

/** The page of the open brief. */
export function BriefPage({ file }: { file: string }) {
  const [place] = useState(
    () => briefView(file).page ?? { top: 0, zoom: useWindow.getState().settings.look.pageZoom },
  )
  const page = useOpenBrief((state) => state.page)
  const isUpdating = useOpenBrief((state) => state.isUpdating)
  const isStale = useOpenBrief((state) => state.isStale)
  return (
    <PagePane
      page={page}
      isUpdating={isUpdating}
      isStale={isStale}
      place={place}
      onPlace={goToOrigin}
      onLooked={(page) => noteView(file, { page })}
      onZoomed={(pageZoom) => keepLook({ pageZoom })}
    />
  )
}

/** Takes the reader to a section of the brief, or to a line of a file. */
function goToOrigin(from: PageMapEntry['from']): void {
  if ('section' in from) goTo({ type: 'section', id: from.section })
  else if ('file' in from) void showSource(from.file, from.line)
}
