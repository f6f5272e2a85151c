import type { Diagnostic } from '../../engine/base/index.js'
import { PushButton } from '../controls/button.js'
import { EmptyState, ViewFrame } from '../controls/view-frame.js'
import { readWorkspace, useWorkspace } from '../workspace/use-workspace.js'
import { ProblemList, useProblemCount } from './problem-list.js'
import { useWords } from './words.js'

/** What is wrong in the workspace's files. A brief's own problems stand beside it. */
export function ProblemsView() {
  const say = useWords()
  const diagnostics = useWorkspace((state) => state.workspace?.diagnostics ?? none)
  const summary = useProblemCount(diagnostics)
  return (
    <ViewFrame
      title={say.problems}
      note={diagnostics.length > 0 && summary}
      actions={
        <PushButton icon="refresh" onPress={() => void readWorkspace()}>
          {say.readAgain}
        </PushButton>
      }
    >
      {diagnostics.length === 0 ? (
        <EmptyState title={say.noProblems} hint={say.noProblemsHint} />
      ) : (
        <ProblemList diagnostics={diagnostics} label={say.problems} />
      )}
    </ViewFrame>
  )
}

const none: Diagnostic[] = []
