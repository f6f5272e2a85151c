import { chooseWorkspace } from '../briefs/brief-actions.js'
import { PushButton } from '../controls/button.js'
import { readWorkspace, useWorkspace } from '../workspace/use-workspace.js'
import { useWords } from './words.js'

/** Says that the folder of the workspace is no longer there, as long as that is so, and what can be done. */
export function GoneWorkspace() {
  const say = useWords()
  const workspace = useWorkspace((state) => state.workspace)
  if (!workspace?.isGone) return null
  return (
    <div className="gone-workspace" role="alert" aria-label={say.workspaceGone}>
      <div className="gone-workspace-text">
        <strong>{say.workspaceGone}</strong> {say.workspaceGoneHint(workspace.folder)}
      </div>
      <PushButton onPress={() => void readWorkspace()}>{say.lookAgain}</PushButton>
      <PushButton onPress={() => void chooseWorkspace()}>{say.otherWorkspace}</PushButton>
    </div>
  )
}
