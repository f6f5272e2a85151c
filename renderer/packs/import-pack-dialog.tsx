import type { Diagnostic } from '../../engine/base/index.js'
import { textIn } from '../../engine/locale/index.js'
import type { ImportPlan, PackKind, PlannedFile } from '../../engine/pack/index.js'
import { useLanguage } from '../base/words.js'
import { PushButton } from '../controls/button.js'
import { Sheet } from '../controls/sheet.js'
import { ProblemList } from '../problems/problem-list.js'
import { importOnHand, type PackOnHand, putPackAway } from './use-packs.js'
import { useWords, type Words } from './words.js'

/** What a pack would add and replace, and what would then be wrong, before anything is written. */
export function ImportPackDialog({ importing }: { importing: PackOnHand }) {
  const say = useWords()
  const { pack, plan, isBusy, diagnostics } = importing
  const shown = diagnostics.map((one) => placedFrom(pack.path, one))
  const changes = plan?.files.filter(({ effect }) => effect !== 'same') ?? []
  return (
    <Sheet title={say.importPack} width={720} onClose={putPackAway}>
      {plan ? <About plan={plan} name={pack.name} /> : <p className="pack-name">{pack.name}</p>}
      <div role="status" aria-busy={isBusy}>
        {isBusy && !plan && <p>{say.readingPack}</p>}
        {!isBusy && !plan && <p className="is-danger">{say.cannotImport}</p>}
        {plan && <p>{changes.length === 0 ? say.packChangesNothing : say.packWould(changes.length)}</p>}
      </div>
      {changes.length > 0 && plan && <Changes files={changes} same={plan.files.length - changes.length} />}
      {shown.length > 0 && (
        <section className="pack-problems" aria-label={plan ? say.afterImport : say.inPack}>
          <h3>{plan ? say.afterImport : say.inPack}</h3>
          <ProblemList diagnostics={shown} label={plan ? say.afterImport : say.inPack} isElsewhere />
        </section>
      )}
      <div className="dialog-buttons">
        <PushButton autoFocus={!plan} onPress={putPackAway}>
          {plan && changes.length > 0 ? say.cancel : say.close}
        </PushButton>
        {changes.length > 0 && (
          <PushButton look="main" isDisabled={isBusy} onPress={() => void importOnHand()}>
            {say.importPack}
          </PushButton>
        )}
      </div>
    </Sheet>
  )
}

function About({ plan: { about }, name }: { plan: ImportPlan; name: string }) {
  const say = useWords()
  const language = useLanguage()
  const facts = [name, say.packVersion(about.version), about.author, about.licence].filter(Boolean)
  return (
    <div className="pack-about">
      <h3>{textIn(about.title, language)}</h3>
      {about.description !== undefined && <p>{textIn(about.description, language)}</p>}
      <p className="hint">{facts.join(' · ')}</p>
    </div>
  )
}

function Changes({ files, same }: { files: PlannedFile[]; same: number }) {
  const say = useWords()
  const language = useLanguage()
  const effects = {
    added: say.packAdds,
    overrides: say.packOverrides,
    replaces: say.packReplaces,
    same: '',
  }
  const keeps = files.some(({ before }) => before !== undefined)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="pack-files" aria-label={say.packFiles} tabIndex={0}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{say.name}</th>
              <th scope="col">{say.file}</th>
              <th scope="col">{say.packEffect}</th>
            </tr>
          </thead>
          <tbody>
            {files.map(({ path, kind, effect, title }) => (
              <tr key={path}>
                <th scope="row">{title === undefined ? kindWords(say)[kind] : textIn(title, language)}</th>
                <td className="pack-path">{path}</td>
                <td className={`effect is-${effect}`}>{effects[effect]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {(same > 0 || keeps) && (
        <p className="hint">
          {same > 0 && say.packSame(same)} {keeps && say.packKeeps}
        </p>
      )}
    </>
  )
}

const kindWords = (say: Words): Record<PackKind, string> => ({
  template: say.kindTemplate,
  layout: say.kindLayout,
  partial: say.kindPartial,
  theme: say.kindTheme,
  picture: say.kindPicture,
})

/** The dialog is about the pack: of its files only the name within it is worth naming, and of itself nothing. */
function placedFrom(packPath: string, { at, ...fault }: Diagnostic): Diagnostic {
  if (!at || !('file' in at) || at.file === packPath) return fault
  return { ...fault, at: { ...at, file: at.file.replace(packPath, '').replace(/^[/\\]/, '') } }
}
