import { useEffect, useRef, useState } from 'react'
import { Toolbar } from 'react-aria-components'
import { failure, type TextPlace } from '../../engine/base/index.js'
import type { RenderedPdf } from '../../engine/pdf/index.js'
import { bridge, faultOf } from '../base/bridge.js'
import { showFailure, takeBack } from '../base/notices.js'
import { IconButton } from '../controls/button.js'
import { originAt } from './origin-at.js'
import { type PagePlace, PageStack } from './page-stack.js'
import { useWords } from './words.js'

const zoomSteps = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]

/** The live page: what an export would give now, or the last version that could be set. */
export function PagePane({
  page,
  isUpdating,
  isStale,
  place,
  onPlace,
  onLooked,
  onZoomed,
}: {
  page: RenderedPdf | undefined
  isUpdating: boolean
  isStale: boolean
  /** Where it is looked at when it opens. */
  place: PagePlace | undefined
  /** Asked to go to what made a thing on the page. */
  onPlace(from: TextPlace): void
  onLooked(place: PagePlace): void
  /** The reader chose another size. */
  onZoomed(zoom: PagePlace['zoom']): void
}) {
  const say = useWords()
  const frame = useRef<HTMLDivElement>(null)
  const stack = useRef<PageStack>(undefined)
  // The stack is made once; what it says and asks follows the window.
  const now = useRef({ say, page, place, onPlace, onLooked })
  now.current = { say, page, place, onPlace, onLooked }
  const [view, setView] = useState({ page: 1, pageCount: 0, zoom: 1 })

  useEffect(() => {
    if (!frame.current) return
    const made = new PageStack(
      frame.current,
      {
        onView: setView,
        onLooked: (looked) => now.current.onLooked(looked),
        onPlace(...at) {
          const from = now.current.page && originAt(now.current.page.pageMap, ...at)
          if (from) now.current.onPlace(from)
        },
        onAddress: (address) => void bridge.openLink(address),
        pageLabel: (...args) => now.current.say.pageOf(...args),
        innerLinkLabel: () => now.current.say.goToSource,
        onFault: (error) => showFailure('cannotShowPage', failure(faultOf(error))),
      },
      now.current.place,
    )
    stack.current = made
    return () => made.close()
  }, [])
  useEffect(() => {
    if (page) stack.current?.show(page.bytes)
    return () => takeBack('cannotShowPage')
  }, [page])

  function setZoom(zoom: PagePlace['zoom']) {
    stack.current?.setZoom(zoom)
    onZoomed(zoom)
  }
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
            onPress={() => smaller && setZoom(smaller)}
          />
          <output className="zoom" aria-label={say.zoom}>
            {Math.round(view.zoom * 100)} %
          </output>
          <IconButton
            icon="plus"
            label={say.zoomIn}
            isDisabled={larger === undefined || !page}
            onPress={() => larger && setZoom(larger)}
          />
          <IconButton icon="fit" label={say.fitWidth} isDisabled={!page} onPress={() => setZoom('fit')} />
        </Toolbar>
      </div>
      {!page && <p className="page-waits">{say.pageWaits}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="page-stack" ref={frame} tabIndex={0} aria-label={say.pages} />
    </section>
  )
}

function UpdatingMark({ label }: { label: string }) {
  return <span className="updating-mark" role="img" aria-label={label} />
}
