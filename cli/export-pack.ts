import { exportPack, packEnding, type RenderPool, suggestPackId } from '../host/index.js'
import { shownPath } from './describe-diagnostic.js'
import { givenWorkspace, outputPath } from './given-path.js'
import { failedReport, type Report } from './report.js'

export interface ExportPackOptions {
  workspace?: string
  out?: string
  id?: string
  title?: string
  description?: string
  packVersion: string
  author?: string
  licence?: string
}

/** `briefwright pack export TEMPLATE…`. */
export async function exportPackOf(
  templates: string[],
  options: ExportPackOptions,
  cwd: string,
  pool: RenderPool,
): Promise<Report> {
  const dir = givenWorkspace(cwd, options)
  const { title, description, author, licence, packVersion: version } = options
  const id = options.id ?? suggestPackId(templates)
  const made = await pool.makePack({
    templates,
    about: {
      id,
      version,
      title,
      description,
      author,
      licence,
    },
    dir,
  })
  if (!made.ok) return failedReport(made.diagnostics, dir)
  const out = outputPath(cwd, options.out, `${id}${packEnding}`)
  const written = await exportPack(out, made.value.bytes)
  if (!written.ok) return failedReport([...made.warnings, ...written.diagnostics], dir)
  const { about, files, bytes } = made.value
  return {
    isDone: true,
    diagnostics: made.warnings,
    lines: [`${shownPath(out, cwd)}: ${files.length} files, ${Math.ceil(bytes.length / 1024)} KB`],
    facts: { pack: out, about, files },
    dir,
  }
}
