import type { Page } from '@playwright/test'

/**
 * What of the window cannot be read or reached as it is now: text that is cut, controls that lie over each other, that
 * nothing scrolls into sight or that something else covers there, and dialogs that do not fit. Where a dialog or a menu is
 * open it is looked at, else everything.
 */
export function faultsOfLayout(window: Page): Promise<string[]> {
  return window.evaluate(() => {
    const faults: string[] = []
    const top = document.querySelector('[role=dialog], [role=alertdialog], [role=menu]')
    const scope = top ?? document.body
    /** Said to screen readers alone. */
    const isHeardOnly = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).clipPath !== 'none' || isHeardOnly(element.parentElement))
    const seen = [...scope.querySelectorAll<HTMLElement>('*')].filter(
      (element) =>
        element.checkVisibility() &&
        !isHeardOnly(element) &&
        element.closest('.text-layer, .link-layer, svg') === null,
    )

    const nameOf = (element: Element) => {
      const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
      return `${element.tagName.toLowerCase()}.${element.classList[0] ?? ''} "${name.trim().slice(0, 40)}"`
    }

    for (const element of seen) {
      const holdsText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      )
      const { display, textOverflow, overflowX, overflowY } = getComputedStyle(element)
      if (!holdsText || display === 'inline' || ['auto', 'scroll'].includes(overflowX)) continue
      const isMeantToEnd = textOverflow === 'ellipsis' || element.closest('.record-item > :first-child')
      if (element.scrollWidth > element.clientWidth + 1 && !isMeantToEnd)
        faults.push(`cut: ${nameOf(element)}, ${element.scrollWidth} in ${element.clientWidth}`)
      if (
        ['hidden', 'clip'].includes(overflowY) &&
        element.scrollHeight > element.clientHeight + 2 &&
        !isMeantToEnd
      )
        faults.push(`cut below: ${nameOf(element)}`)
    }

    if (top && top.getAttribute('role') !== 'menu') {
      const box = top.getBoundingClientRect()
      const frame = top.parentElement?.getBoundingClientRect() ?? box
      if (frame.left < 0 || frame.top < 0 || frame.right > innerWidth || frame.bottom > innerHeight)
        faults.push(`dialog does not fit: ${nameOf(top)}`)
      for (const button of top.querySelectorAll('.dialog-buttons button')) {
        const { bottom, right } = button.getBoundingClientRect()
        if (bottom > frame.bottom || right > frame.right) faults.push(`out of sight: ${nameOf(button)}`)
      }
    }

    const controls = seen.filter(
      (element) =>
        element.matches(
          'button, input, textarea, a, [role=tab], [role^=menuitem], [role=separator], [contenteditable=true]',
        ) &&
        !element.matches(':disabled, [type=hidden], [data-disabled], [tabindex="-1"][aria-hidden]') &&
        // Seen by its own label, which is pressed in its place.
        !element.closest('.switch, .radio, [data-react-aria-prevent-focus]'),
    )
    const inSight = (element: Element) => {
      let { left, top, right, bottom } = element.getBoundingClientRect()
      for (let frame = element.parentElement; frame; frame = frame.parentElement) {
        if (getComputedStyle(frame).overflow === 'visible') continue
        const clip = frame.getBoundingClientRect()
        left = Math.max(left, clip.left)
        top = Math.max(top, clip.top)
        right = Math.min(right, clip.right)
        bottom = Math.min(bottom, clip.bottom)
      }
      return { left, top, right, bottom }
    }
    const isOverScrolled = (element: Element) => {
      for (let one: Element | null = element; one; one = one.parentElement)
        if (getComputedStyle(one).position === 'sticky') return true
      return false
    }
    const boxes = controls.map((control) => ({
      control,
      box: inSight(control),
      whole: control.closest('.combo, .search-box, .day-input'),
      isOver: isOverScrolled(control),
    }))
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        if (one.control.contains(other.control) || other.control.contains(one.control)) continue
        if ((one.whole && one.whole === other.whole) || one.isOver !== other.isOver) continue
        if (one.control.matches('[role=separator]') || other.control.matches('[role=separator]')) continue
        const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
        if (width > 2 && height > 2)
          faults.push(`over each other: ${nameOf(one.control)}, ${nameOf(other.control)}`)
      }
    }

    for (const control of controls) {
      control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
      for (let frame = control.parentElement; frame; frame = frame.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(frame)
        const isStuck = (overflow: string, moved: number) =>
          ['hidden', 'clip'].includes(overflow) && moved !== 0
        if (isStuck(overflowX, frame.scrollLeft) || isStuck(overflowY, frame.scrollTop)) {
          faults.push(`out of reach: ${nameOf(control)} in ${nameOf(frame).slice(0, 30)}`)
          frame.scrollTo({ left: 0, top: 0 })
        }
      }
      const { left, top, right, bottom } = inSight(control)
      const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      if (right - left < 1 || bottom - top < 1) faults.push(`out of sight: ${nameOf(control)}`)
      else if (!at || !(control.contains(at) || at.contains(control)))
        faults.push(`covered: ${nameOf(control)} by ${at ? nameOf(at) : 'nothing'}`)
    }
    for (const element of scope.querySelectorAll('*')) if (element.scrollTop > 0) element.scrollTop = 0
    return [...new Set(faults)]
  })
}
