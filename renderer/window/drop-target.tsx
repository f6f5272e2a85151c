import { useEffect, useState } from 'react'
import { openDroppedPdf } from '../exports/use-pdf.js'
import { useWords } from './words.js'

/**
 * Takes a PDF that is dropped anywhere on the window.
 *
 * Files are caught before anything else sees them: Chromium would leave the page for a dropped file, and the text
 * editor would take its name. Text that is dragged about in the editor goes on as ever.
 */
export function DropTarget() {
  const say = useWords()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const listeners = {
      dragenter: onDrag,
      dragover: onDrag,
      dragleave(event: DragEvent) {
        // Also told when the pointer goes from one part of the window to another.
        if (event.relatedTarget === null) setOver(false)
      },
      drop(event: DragEvent) {
        if (!holdsFiles(event)) return
        keep(event)
        setOver(false)
        const files = [...(event.dataTransfer?.files ?? [])]
        const file = files.find(({ name }) => /\.pdf$/i.test(name)) ?? files[0]
        if (file) void openDroppedPdf(file)
      },
    }
    function onDrag(event: DragEvent) {
      if (!holdsFiles(event)) return
      keep(event)
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    }
    for (const [name, listener] of Object.entries(listeners))
      window.addEventListener(name, listener as EventListener, true)
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        window.removeEventListener(name, listener as EventListener, true)
    }
  }, [])
  return isOver ? <div className="drop-veil">{say.dropHere}</div> : null
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

function keep(event: DragEvent): void {
  event.preventDefault()
  event.stopPropagation()
}
