import type { ReactNode } from 'react'
import { unreachable } from '../../engine/base/index.js'
import type { Casebook, CasebookRecord, Claim, FieldValue } from '../../engine/casebook/types.js'
import { formatDate, statusLabels, textIn } from '../../engine/locale/index.js'
import { bridge } from '../base/bridge.js'
import { useLanguage } from '../base/words.js'
import { PushButton } from '../controls/button.js'
import { showSource } from '../workspace/use-workspace.js'
import { claimReadings } from './claim-text.js'
import { nameOf, recordName } from './record-name.js'
import { useWords } from './words.js'

/** One record: every field, and for claims what they rest on. */
export function RecordSheet({ record, casebook }: { record: CasebookRecord; casebook: Casebook }) {
  const say = useWords()
  const language = useLanguage()
  const fields = casebook.schema[record.collection].filter(
    ({ name }) => name !== 'name' && record.fields[name],
  )
  return (
    <article className="record-sheet" aria-label={recordName(record, language)}>
      <header>
        <h2>{recordName(record, language)}</h2>
        {record.internal && <span className="status is-internal">{say.internal}</span>}
        <PushButton look="quiet" isSmall onPress={() => void showSource(record.at.file, record.at.line)}>
          {record.at.file}, {say.line(record.at.line)}
        </PushButton>
      </header>
      <dl className="fields">
        {fields.map(({ name, label }) => (
          <div key={name}>
            <dt>{textIn(label, language)}</dt>
            <dd>
              <FieldText value={record.fields[name] as FieldValue} casebook={casebook} />
            </dd>
          </div>
        ))}
      </dl>
    </article>
  )
}

function FieldText({ value, casebook }: { value: FieldValue; casebook: Casebook }): ReactNode {
  const language = useLanguage()
  const word = (term: string) => textIn(casebook.terms[term] ?? term, language)
  switch (value.kind) {
    case 'claim':
      return <ClaimText claim={value.claim} casebook={casebook} />
    case 'claims':
      return value.claims.map((claim) => (
        <ClaimText key={`${claim.at.line}:${claim.at.column}`} claim={claim} casebook={casebook} />
      ))
    case 'text': {
      const text = textIn(value.text, language)
      return /^https?:\/\//.test(text) ? <Address address={text} /> : text
    }
    case 'texts':
      return value.texts.map((text) => textIn(text, language)).join(', ')
    case 'date':
      return formatDate(value.date, language)
    case 'term':
      return word(value.term)
    case 'terms':
      return value.terms.map(word).join(', ')
    case 'reference':
      return nameOf(casebook, value.collection, value.id, language)
    case 'references':
      return value.ids.map((id) => nameOf(casebook, value.collection, id, language)).join(', ')
    case 'status':
      return <StatusTag status={value.status} />
    default:
      return unreachable(value)
  }
}

function ClaimText({ claim, casebook }: { claim: Claim; casebook: Casebook }) {
  const say = useWords()
  const language = useLanguage()
  return (
    <div className="claim">
      <p className="claim-facts">
        <StatusTag status={claim.status} />
        {claim.asOf && <span>{say.asOfDate(formatDate(claim.asOf, language))}</span>}
        {claim.derived && <span>{say.derived}</span>}
      </p>
      {claimReadings(claim, language).map(({ text, sources }) => (
        <div key={text} className="reading">
          <span>{text}</span>
          <ul className="claim-sources" aria-label={say.sources}>
            {sources.map((id) => (
              <SourceLine key={id} id={id} casebook={casebook} />
            ))}
          </ul>
        </div>
      ))}
      {claim.note && <p className="hint">{textIn(claim.note, language)}</p>}
    </div>
  )
}

function StatusTag({ status }: { status: Claim['status'] }) {
  const language = useLanguage()
  return <span className={`status is-${status}`}>{statusLabels[status][language]}</span>
}

function SourceLine({ id, casebook }: { id: string; casebook: Casebook }) {
  const language = useLanguage()
  const source = casebook.collections.sources.find((one) => one.id === id)
  const { publisher, published, url } = source?.fields ?? {}
  const facts = [
    publisher?.kind === 'text' ? textIn(publisher.text, language) : undefined,
    source ? recordName(source, language) : id,
    published?.kind === 'date' ? formatDate(published.date, language) : undefined,
  ].filter(Boolean)
  return (
    <li>
      {[...new Set(facts)].join(', ')}
      {url?.kind === 'text' && (
        <>
          {' '}
          <Address address={textIn(url.text, language)} />
        </>
      )}
    </li>
  )
}

/** Opens only after the reader has seen the whole address and said yes. */
function Address({ address }: { address: string }) {
  const shown = URL.canParse(address) ? new URL(address).hostname : address
  return (
    <button type="button" className="address" title={address} onClick={() => void bridge.openLink(address)}>
      {shown}
    </button>
  )
}
