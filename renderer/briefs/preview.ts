import { diagnosticsOf } from '../../engine/base/index.js'
import type { Brief } from '../../engine/brief/types.js'
import { bridge } from '../base/bridge.js'
import { useWorkspace } from '../workspace/use-workspace.js'
import { useOpenBrief } from './use-open-brief.js'

/** How long, in milliseconds, the keys must rest before the page is made anew. */
const rest = 150

/**
 * Keeps the page in step with the open brief until the result is called.
 *
 * One version is made at a time. Whatever changed meanwhile is one more, the latest; versions in between are
 * never made. Only a version of the brief that is still open reaches the page.
 */
export function keepPageInStep(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isBusy = false
  let isBehind = false

  async function update(): Promise<void> {
    const { open } = useOpenBrief.getState()
    if (!open) return
    if (isBusy) {
      isBehind = true
      return
    }
    isBusy = true
    isBehind = false
    const { file, brief } = open
    const outcome = await bridge.renderBrief({ file, brief })
    isBusy = false
    const { open: now, page: shown } = useOpenBrief.getState()
    if (now?.file === file) {
      useOpenBrief.setState({
        diagnostics: [...(outcome.ok ? outcome.value.faults : []), ...diagnosticsOf(outcome)],
        isStale: !outcome.ok,
        isUpdating: isBehind,
        ...(outcome.ok && !isSame(outcome.value.bytes, shown?.bytes) && { page: outcome.value }),
      })
    }
    if (isBehind) await update()
  }

  function updateSoon(delay: number): void {
    clearTimeout(timer)
    useOpenBrief.setState({ isUpdating: true })
    timer = setTimeout(() => void update(), delay)
  }

  let known: { file: string; brief: Brief } | undefined
  const stopBrief = useOpenBrief.subscribe(({ open }) => {
    if (!open || open.brief === known?.brief) {
      if (!open) known = undefined
      return
    }
    const isNew = open.file !== known?.file
    known = { file: open.file, brief: open.brief }
    updateSoon(isNew ? 0 : rest)
  })
  // A casebook or template that was mended shows at once.
  const stopWorkspace = useWorkspace.subscribe((now, before) => {
    if (now.workspace !== before.workspace && useOpenBrief.getState().open) updateSoon(rest)
  })
  return () => {
    clearTimeout(timer)
    stopBrief()
    stopWorkspace()
  }
}

/** The same document need not be painted again: a save or an unrelated file changes nothing on the page. */
function isSame(bytes: Uint8Array, before: Uint8Array | undefined): boolean {
  return before?.length === bytes.length && bytes.every((byte, index) => byte === before[index])
}
