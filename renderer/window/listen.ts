import { bridge } from '../base/bridge.js'
import { useWindow } from '../base/use-window.js'
import { openBrief, takeOfferedWorkspace } from '../briefs/brief-actions.js'
import { keepPageInStep } from '../briefs/preview.js'
import { followDocument } from '../briefs/use-open-brief.js'
import { keepIndexReady } from '../casebook/ready-index.js'
import { flush, hear } from '../documents/hand-in.js'
import { useExports } from '../exports/use-exports.js'
import { readWorkspace } from '../workspace/use-workspace.js'
import { obey } from './menu-commands.js'

/** Follows what main tells, and tells it what it must know, until the result is called. */
export function listen(): () => void {
  const stops = [
    keepPageInStep(),
    keepIndexReady(),
    bridge.onMenuChosen((command) => void obey(command)),
    bridge.onSettingsChanged((settings) => useWindow.setState({ settings })),
    bridge.onBriefChosen((file) => void openBrief(file)),
    bridge.onCopyStarted((copy) => useExports.setState({ copy })),
    bridge.onWorkspaceOffered(() => void takeOfferedWorkspace()),
    bridge.onWorkspaceChanged(() => void readWorkspace()),
    followDocument(),
    bridge.onDocumentChanged(hear),
    bridge.onClosing(() => void close()),
  ]
  // Main tells again what it told while nobody heard.
  void readWorkspace()
  return () => {
    for (const stop of stops) stop()
  }
}

async function close(): Promise<void> {
  await flush()
  await bridge.closeWindow()
}
