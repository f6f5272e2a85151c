import { useEffect, useRef, useState } from 'react'
import { Toolbar } from 'react-aria-components'
import { failure } from '../../engine/diagnostic.js'
import { bridge, faultOf } from '../base/bridge.js'
import { showFailure } from '../base/notices.js'
import { showSource } from '../base/use-window.js'
import { goTo, useDraft } from '../briefs/use-open-brief.js'
import { IconButton } from '../controls/button.js'
import { useWords } from '../words/index.js'
import { originAt } from './origin-at.js'
import { PageDesk } from './page-stack.js'

const zoomSteps = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]

/** The live page: what an export would give now, or the last version that could be set. */
export function PagePane() {
  const say = useWords()
  const page = useDraft((state) => state.page)
  const isUpdating = useDraft((state) => state.isUpdating)
  const isStale = useDraft((state) => state.isStale)
  const frame = useRef<HTMLDivElement>(null)
  const desk = useRef<PageDesk>(undefined)
  // The desk is made once; what it says follows the window's language.
  const words = useRef(say)
  words.current = say
  const [view, setView] = useState({ page: 1, pageCount: 0, zoom: 1 })

  useEffect(() => {
    if (!frame.current) return
    const made = new PageDesk(frame.current, {
      onView: setView,
      onPlace: goToOrigin,
      onAddress: (address) => void bridge.openLink(address),
      pageLabel: (...args) => words.current.pageOf(...args),
      innerLinkLabel: () => words.current.goToSource,
      onFault: (error) => showFailure('cannotShowPage', failure(faultOf(error))),
    })
    desk.current = made
    return () => made.close()
  }, [])
  useEffect(() => {
    if (page) desk.current?.show(page.bytes)
  }, [page])

  const larger = zoomSteps.find((step) => step > view.zoom + 0.005)
  const smaller = zoomSteps.findLast((step) => step < view.zoom - 0.005)
  return (
    <section className="page-pane" aria-label={say.page}>
      <div className="page-bar">
        <span className="page-number">
          {page && view.pageCount > 0 && say.pageOf(view.page, view.pageCount)}
        </span>
        <span className="page-state" role="status">
          {isStale && page ? say.pageStopped : isUpdating && <UpdatingMark label={say.updating} />}
        </span>
        <Toolbar aria-label={say.zoom} className="zoom-bar">
          <IconButton
            icon="minus"
            label={say.zoomOut}
            isDisabled={smaller === undefined || !page}
            onPress={() => smaller && desk.current?.setZoom(smaller)}
          />
          <output className="zoom" aria-label={say.zoom}>
            {Math.round(view.zoom * 100)} %
          </output>
          <IconButton
            icon="plus"
            label={say.zoomIn}
            isDisabled={larger === undefined || !page}
            onPress={() => larger && desk.current?.setZoom(larger)}
          />
          <IconButton
            icon="fit"
            label={say.fitWidth}
            isDisabled={!page}
            onPress={() => desk.current?.setZoom('fit')}
          />
        </Toolbar>
      </div>
      {!page && <p className="page-waits">{say.pageWaits}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="page-desk" ref={frame} tabIndex={0} aria-label={say.pages} />
    </section>
  )
}

/** Takes the reader from a place on the page to what made it: a section of the brief, or a line of a file. */
function goToOrigin(page: number, x: number, y: number): void {
  const { page: shown, draft } = useDraft.getState()
  const from = shown && originAt(shown.pageMap, page, x, y)
  if (!from || !draft) return
  const section = /^narrative\/(.+)$/.exec(from.file)?.[1]
  if (section) goTo({ type: 'section', id: section })
  else void showSource(from.file, from.line)
}

function UpdatingMark({ label }: { label: string }) {
  return <span className="updating-mark" role="img" aria-label={label} />
}
