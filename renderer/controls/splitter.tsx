import { useRef } from 'react'
import { useWords } from './words.js'

const least = 0.3
const most = 0.7

/** The line between work and page. `share` is the work pane's part of the width; `onSettled` is told when it is let go. */
export function Splitter({
  share,
  onChange,
  onSettled,
}: {
  share: number
  onChange(share: number): void
  onSettled(): void
}) {
  const say = useWords()
  const line = useRef<HTMLDivElement>(null)
  const set = (value: number) => onChange(Math.min(most, Math.max(least, value)))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <div
      ref={line}
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={say.resizePage}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={least * 100}
      aria-valuemax={most * 100}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') set(share - 0.02)
        if (event.key === 'ArrowRight') set(share + 0.02)
      }}
      onKeyUp={onSettled}
      onLostPointerCapture={onSettled}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
        const box = line.current?.parentElement?.getBoundingClientRect()
        if (box) set((event.clientX - box.left) / box.width)
      }}
    />
  )
}
