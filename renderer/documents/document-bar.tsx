import type { ReactNode } from 'react'
import type { DocumentState } from '../../electron/contract/index.js'
import { unreachable } from '../../engine/base/index.js'
import { IconButton, PushButton } from '../controls/button.js'
import { putDocumentBack, saveDocument } from './document-actions.js'
import { showDocumentDialog } from './document-dialogs.js'
import { noteDocument, useDocument } from './use-documents.js'
import { useWords, type Words } from './words.js'

/** What the author must know of an edited file, and what can be done about it. Nothing at all when all is well. */
export function DocumentBar({
  file,
  onElsewhere,
  onLetGo,
}: {
  file: string
  onElsewhere(): void
  onLetGo(): void
}) {
  const say = useWords()
  const document = useDocument(file)
  if (!document) return null
  const { conflict, gone, fault, isRecovered } = document.state
  const elsewhere = <BarButton onPress={onElsewhere}>{say.saveElsewhere}</BarButton>
  if (conflict)
    return (
      <Bar isAlert title={say.notSaved} text={say.bothChanged}>
        <BarButton onPress={() => showDocumentDialog('conflict', file)}>{say.chooseParts}</BarButton>
      </Bar>
    )
  if (gone)
    return (
      <Bar isAlert title={say.notSaved} text={whatIsGone(gone, say)}>
        <BarButton onPress={() => void putDocumentBack(file)}>{say.putBack}</BarButton>
        {elsewhere}
        <BarButton onPress={onLetGo}>{say.letGo}</BarButton>
      </Bar>
    )
  if (fault)
    return (
      <Bar isAlert title={say.notSaved} text={fault.message}>
        <BarButton onPress={() => void saveDocument(file)}>{say.tryAgain}</BarButton>
        {elsewhere}
      </Bar>
    )
  if (document.news)
    return (
      <Bar title={say.takenIn} text={say.takenInText}>
        <BarButton onPress={() => showDocumentDialog('news', file)}>{say.seeThem}</BarButton>
        <IconButton
          icon="cross"
          label={say.dismiss}
          onPress={() => noteDocument(file, { news: undefined })}
        />
      </Bar>
    )
  if (isRecovered)
    return (
      <Bar title={say.recovered} text={say.recoveredText}>
        <BarButton onPress={() => void saveDocument(file)}>{say.saveNow}</BarButton>
      </Bar>
    )
  return null
}

function whatIsGone(gone: NonNullable<DocumentState['gone']>, say: Words): string {
  switch (gone) {
    case 'file':
      return say.goneFile
    case 'folder':
      return say.goneFolder
    case 'workspace':
      return say.goneWorkspace
    default:
      return unreachable(gone)
  }
}

function Bar({
  isAlert = false,
  title,
  text,
  children,
}: {
  isAlert?: boolean
  title: string
  text: string
  children: ReactNode
}) {
  return (
    <div className={isAlert ? 'document-bar is-alert' : 'document-bar'}>
      <p role={isAlert ? 'alert' : 'status'}>
        <strong>{title}</strong> {text}
      </p>
      <div className="document-actions">{children}</div>
    </div>
  )
}

function BarButton({ children, onPress }: { children: string; onPress(): void }) {
  return (
    <PushButton isSmall onPress={onPress}>
      {children}
    </PushButton>
  )
}
