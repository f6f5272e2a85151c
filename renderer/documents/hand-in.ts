/**
 * How what is typed reaches main, and what main says reaches the screen.
 *
 * One change of a file is on its way at a time; what is typed meanwhile is one more, the latest, and a choice is one by
 * itself, so that undo goes through them as they were made. With each goes the
 * version that the text on the screen is known to hold, so that main can tell a text that does not know of a merge
 * from one that took it back. What main says replaces the text on the screen only while nothing waits to be handed in.
 */
import type { DocumentState, TextChange } from '../../electron/contract/index.js'
import { type Outcome, success } from '../../engine/base/index.js'
import { bridge } from '../base/bridge.js'
import { showFailure, takeBack } from '../base/notices.js'
import {
  documentOf,
  dropDocument,
  type News,
  noteDocument,
  type OpenDocument,
  putDocument,
  useDocuments,
} from './use-documents.js'

type Waiting = Omit<TextChange, 'version'>

interface Hand {
  /** The latest version that is in the text on the screen. */
  shown: number
  waiting: Waiting[]
  /** What is on its way. */
  sent?: string
  sending?: Promise<boolean>
  /** Cursor, scroll and the like, as the view noted them last. */
  view: unknown
  viewTimer?: ReturnType<typeof setTimeout>
}

const hands = new Map<string, Hand>()

/** How long, in milliseconds, a cursor or scroll bar rests before main is told. */
const viewRest = 300

/** Takes up a state that was asked for: the file is open from now on. */
export function takeUpDocument(state: DocumentState): void {
  if (documentOf(state.file)) hear(state)
  else {
    hands.set(state.file, { shown: state.version, waiting: [], view: state.view })
    putDocument(state.file, { state, text: state.text })
  }
}

/** Puts a text in place of the one on the screen, and hands it in. */
export function handIn(file: string, text: string, kind: TextChange['kind']): void {
  const [document, hand] = [documentOf(file), hands.get(file)]
  if (!document || !hand) return
  noteDocument(file, { text })
  const change: Waiting = { text, view: hand.view, kind }
  if (kind === 'narrative' && hand.waiting.at(-1)?.kind === kind) hand.waiting.pop()
  hand.waiting.push(change)
  void send(file, hand)
}

/** Notes where the author is, for when the file is opened again. */
export function keepView(file: string, view: unknown): void {
  const hand = hands.get(file)
  if (!hand) return
  hand.view = view
  hand.viewTimer ??= setTimeout(() => {
    hand.viewTimer = undefined
    void bridge.keepView(file, hand.view)
  }, viewRest)
}

export function viewOf(file: string): unknown {
  return hands.get(file)?.view
}

/** Whether main has all that was typed, and where the author is. */
export async function flush(): Promise<boolean> {
  const all = await Promise.all(
    [...hands].map(async ([file, hand]) => {
      if (hand.viewTimer !== undefined) {
        clearTimeout(hand.viewTimer)
        hand.viewTimer = undefined
        await bridge.keepView(file, hand.view)
      }
      return send(file, hand)
    }),
  )
  return all.every(Boolean)
}

/** What main says of a file that is open, asked or not. */
export function hear(state: DocumentState): void {
  const [document, hand] = [documentOf(state.file), hands.get(state.file)]
  if (!document || !hand || state.version < document.state.version) return
  const isAwaited = hand.waiting.length > 0 || hand.sent !== undefined
  if (state.text === document.text || state.text === hand.sent || !isAwaited) hand.shown = state.version
  if (!state.isUnsaved) takeBack('cannotSave', state.file)
  noteDocument(state.file, {
    state,
    text: isAwaited ? document.text : state.text,
    news: newsIn(document, state) ?? document.news,
  })
}

/** A state that says what another program wrote is told of again, with each state after it, until the next change. */
function newsIn({ state: before }: OpenDocument, { notice, text, version }: DocumentState): News | undefined {
  if (!notice || version === before.version || text === before.text) return undefined
  return { notice, before: before.text, after: text }
}

export function forget(file: string): void {
  clearTimeout(hands.get(file)?.viewTimer)
  hands.delete(file)
  dropDocument(file)
}

/** Another workspace is taken up. */
export function forgetAll(): void {
  for (const file of Object.keys(useDocuments.getState().byFile)) forget(file)
}

/** Whether there is nothing left to hand in. */
function send(file: string, hand: Hand): Promise<boolean> {
  hand.sending ??= sendAll(file, hand).finally(() => {
    hand.sending = undefined
  })
  return hand.sending
}

async function sendAll(file: string, hand: Hand): Promise<boolean> {
  for (let change = hand.waiting.shift(); change; change = hand.waiting.shift()) {
    hand.sent = change.text
    const answer = await bridge.changeDocument(file, { ...change, version: hand.shown })
    if (!answer.ok) {
      hand.sent = undefined
      hand.waiting.unshift(change)
      showFailure('cannotKeep', answer, file)
      return false
    }
    takeBack('cannotKeep', file)
    takeAnswer(hand, answer.value)
  }
  return true
}

function takeAnswer(hand: Hand, state: DocumentState): void {
  if (hand.waiting.length === 0) hand.sent = undefined
  hear(state)
  hand.sent = undefined
}

/** Asks something of a file when main has all that was typed in it; what comes of it is on the screen then. */
export async function askOf(
  file: string,
  ask: () => Promise<Outcome<DocumentState>>,
): Promise<Outcome<DocumentState>> {
  await flush()
  const answer = await ask()
  if (answer.ok) hear(answer.value)
  return answer.ok ? success(documentOf(file)?.state ?? answer.value, answer.warnings) : answer
}
