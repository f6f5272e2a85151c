import { bridge } from '../base/bridge.js'
import { useWindow } from '../base/use-window.js'
import { openBrief } from '../briefs/brief-actions.js'
import { keepPageInStep } from '../briefs/preview.js'
import { isUnsaved, useOpenBrief } from '../briefs/use-open-brief.js'
import { useExports } from '../exports/use-exports.js'
import { readWorkspace } from '../workspace/use-workspace.js'
import { obey } from './menu-commands.js'

/** Follows what main tells, and tells it what it must know, until the result is called. */
export function listen(): () => void {
  const stops = [
    keepPageInStep(),
    bridge.onMenuChosen((command) => void obey(command)),
    bridge.onSettingsChanged((settings) => useWindow.setState({ settings })),
    bridge.onBriefChosen((file) => void openBrief(file)),
    bridge.onCopyStarted((copy) => useExports.setState({ copy })),
    bridge.onWorkspaceChanged(() => void readWorkspace()),
    useOpenBrief.subscribe((now, before) => {
      if (isUnsaved(now) !== isUnsaved(before)) void bridge.noteUnsaved(isUnsaved(now))
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
