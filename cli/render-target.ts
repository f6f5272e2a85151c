import { existsSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Brief } from '../engine/brief/types.js'
import { type Diagnostic, failure, type Outcome, success } from '../engine/diagnostic.js'
import { findTemplate } from '../engine/index.js'
import type { IsoDate, Language } from '../engine/locale/index.js'
import {
  briefEnding,
  exportFile,
  type RenderPool,
  readBrief,
  readWorkspaceFiles,
  type WorkspaceFiles,
} from '../host/index.js'
import { shownPath } from './describe-diagnostic.js'
import { failedReport, type Report } from './report.js'
import { type Setting, valuesOf } from './settings.js'

export interface RenderOptions {
  workspace?: string
  lang?: Language
  set?: Setting[]
  asOf?: IsoDate
  issued?: IsoDate
  out?: string
}

/** `briefwright render TARGET`: a template's id, or the path of a brief. */
export async function renderTarget(
  target: string,
  options: RenderOptions,
  cwd: string,
  pool: RenderPool,
): Promise<Report> {
  const start = performance.now()
  const dir = options.workspace === undefined ? undefined : resolve(cwd, options.workspace)
  const place = dir === undefined ? {} : { dir }
  const files = readWorkspaceFiles(place)
  if (!files.ok) return failedReport(files.diagnostics, dir)
  const brief = briefFor(target, options, files.value, cwd, dir)
  if (!brief.ok) return failedReport(brief.diagnostics, dir)
  const rendered = await pool.render({ brief: brief.value, ...place })
  if (!rendered.ok) return failedReport([...brief.warnings, ...rendered.diagnostics], dir)

  const name = isBriefFile(target) ? basename(target, briefEnding) : target
  const out = resolve(cwd, options.out ?? join('out', `${name}.${brief.value.language}.pdf`))
  const { bytes, pageCount } = rendered.value
  const written = await exportFile(out, bytes)
  const warnings = [...brief.warnings, ...rendered.warnings]
  if (!written.ok) return failedReport([...warnings, ...written.diagnostics], dir)
  const milliseconds = Math.round(performance.now() - start)
  return {
    isDone: true,
    diagnostics: warnings,
    lines: [summary(shownPath(written.value, cwd), pageCount, bytes.length, milliseconds)],
    facts: { file: written.value, pages: pageCount, bytes: bytes.length, milliseconds },
    ...place,
  }
}

function isBriefFile(target: string): boolean {
  return target.endsWith('.yaml') || target.endsWith('.yml') || /[\\/]/.test(target)
}

/** The brief to render: the file's, or an empty one of the template, with what the options say put over it. */
function briefFor(
  target: string,
  options: RenderOptions,
  files: WorkspaceFiles,
  cwd: string,
  dir: string | undefined,
): Outcome<Brief> {
  const given: Outcome<Brief> = isBriefFile(target)
    ? readBriefAt(resolve(cwd, target), dir)
    : success({ template: target, language: 'en', parameters: {}, narrative: {} })
  if (!given.ok) return given
  const brief = { ...given.value }
  if (options.lang !== undefined) brief.language = options.lang
  if (options.asOf !== undefined) brief.asOf = options.asOf
  if (options.issued !== undefined) brief.issued = options.issued
  const template = findTemplate(files.library, brief.template)
  if (!template.ok) return failure(...given.warnings, ...template.diagnostics)
  brief.parameters = { ...brief.parameters, ...valuesOf(options.set ?? [], template.value) }
  return success(brief, given.warnings)
}

/** Diagnostics name a brief by its path in the workspace, or by its whole path outside it. */
function readBriefAt(path: string, dir: string | undefined): Outcome<Brief> {
  const inWorkspace = dir === undefined ? undefined : relative(dir, path).replaceAll('\\', '/')
  const isInside = inWorkspace !== undefined && !inWorkspace.startsWith('..')
  const brief = readBrief(path, isInside ? inWorkspace : path)
  if (!brief.ok || isInside) return brief
  const owner = dirname(dirname(path))
  if (!existsSync(join(owner, 'casebook', 'casebook.yaml'))) return brief
  return success(brief.value, [...brief.warnings, otherWorkspace(path, owner, dir)])
}

/** A brief next to a casebook is most likely about that casebook, so nobody should miss that it was not asked. */
function otherWorkspace(path: string, owner: string, dir: string | undefined): Diagnostic {
  return {
    severity: 'warning',
    code: 'workspace/not-used',
    message: `this brief lies in a workspace, but its facts are taken from ${dir ? `\`${dir}\`` : 'the built-in casebook'}`,
    hints: [`add --workspace "${owner}" to use its own`],
    at: { file: path, line: 1, column: 1 },
  }
}

function summary(file: string, pages: number, size: number, milliseconds: number): string {
  const kilobytes = Math.max(1, Math.round(size / 1024))
  const seconds = (milliseconds / 1000).toFixed(1)
  return `${file}: ${pages} ${pages === 1 ? 'page' : 'pages'}, ${kilobytes} KB, ${seconds} s`
}
