import { PushButton } from '../controls/button.js'
import { EmptyState } from '../controls/view-frame.js'
import { DocumentBar } from '../documents/document-bar.js'
import { showDocumentDialog } from '../documents/document-dialogs.js'
import { ProblemList } from '../problems/problem-list.js'
import { letBriefGo, saveBriefElsewhere } from './brief-actions.js'
import { briefName } from './brief-name.js'
import type { UnreadableBrief } from './use-open-brief.js'
import { useWords } from './words.js'

/** A brief whose file is not one: its text, to read, and what is wrong with it. */
export function UnreadableBriefView({ brief: { file, text, diagnostics } }: { brief: UnreadableBrief }) {
  const say = useWords()
  return (
    <main className="unreadable-brief" aria-label={say.brief}>
      <header className="work-head">
        <div className="work-title">
          <h1>{briefName(file)}</h1>
          <p className="hint">{file}</p>
        </div>
        <PushButton icon="history" onPress={() => showDocumentDialog('history', file)}>
          {say.history}
        </PushButton>
        <PushButton onPress={() => void saveBriefElsewhere()}>{say.saveElsewhere}</PushButton>
      </header>
      <DocumentBar
        file={file}
        onElsewhere={() => void saveBriefElsewhere()}
        onLetGo={() => void letBriefGo()}
      />
      <EmptyState title={say.unreadableBrief} hint={say.unreadableBriefHint} />
      <ProblemList diagnostics={diagnostics} label={say.problemsIn} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="unreadable-text" tabIndex={0} aria-label={say.textOf(file)}>
        {text}
      </section>
    </main>
  )
}
