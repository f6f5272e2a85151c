import type { Place } from '../../engine/base/index.js'
import { PagePane } from '../page/page-pane.js'
import { goTo } from '../problems/go-to.js'
import { sectionOf } from '../problems/place-of.js'
import { showSource } from '../workspace/use-workspace.js'
import { useOpenBrief } from './use-open-brief.js'

/** The page of the open brief. */
export function BriefPage() {
  const page = useOpenBrief((state) => state.page)
  const isUpdating = useOpenBrief((state) => state.isUpdating)
  const isStale = useOpenBrief((state) => state.isStale)
  return <PagePane page={page} isUpdating={isUpdating} isStale={isStale} onPlace={goToOrigin} />
}

/** Takes the reader to a section of the brief, or to a line of a file. */
function goToOrigin(from: Place): void {
  const section = sectionOf(from)
  if (section) goTo({ type: 'section', id: section })
  else void showSource(from.file, from.line)
}
