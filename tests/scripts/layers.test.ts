import { describe, expect, it } from 'vitest'
import { findCircle, findLayerFaults, layers } from '../../scripts/layers.mjs'

describe('the import rules', () => {
  it.each([
    [
      'engine/model/index.ts',
      "import { readFile } from 'node:fs'",
      'engine/model may not import Node (node:fs)',
    ],
    [
      'engine/model/index.ts',
      "import { app } from 'electron'",
      'engine/model may not import the package electron',
    ],
    ['engine/compile/index.ts', "import x from 'pdfmake/js/base.js'", 'the package pdfmake/js/base.js'],
    [
      'engine/model/index.ts',
      "import { t } from '../../host/index.js'",
      'engine/model may not import host/index.ts',
    ],
    [
      'engine/compile/index.ts',
      "import { t } from '../pdf/draw.js'",
      "engine/pdf/draw.ts past the folder's index.ts",
    ],
    [
      'engine/casebook/types.ts',
      "import type { Finding } from '../evidence/index.js'",
      'engine/casebook may not import engine/evidence/index.ts',
    ],
    [
      'engine/document/nodes.ts',
      "import type { FigureSpec } from '../figures/index.js'",
      'engine/document may not import engine/figures/index.ts',
    ],
    [
      'renderer/window/app.tsx',
      "import { textIn } from '../../engine/locale/language.js'",
      "renderer/window imports engine/locale/language.ts past the folder's index.ts",
    ],
    [
      'engine/layout/text/break-lines.ts',
      "import line from 'pdfmake/js/Line.js'",
      'engine/layout may not import the package pdfmake/js/Line.js',
    ],
    ['engine/pdf/index.ts', "const fs = await import('node:fs')", 'engine/pdf may not import Node (node:fs)'],
    ['engine/locale/dates.ts', 'const today = new Date()', 'engine/locale may not use `new Date()`'],
    [
      'host/files/fonts.ts',
      "import { run } from '../../cli/main.js'",
      'host/files may not import cli/main.ts',
    ],
    [
      'host/files/fonts.ts',
      "import { readWorkspace } from '../workspace/index.js'",
      'host/files may not import host/workspace/index.ts',
    ],
    [
      'cli/main.ts',
      "import { readTextFile } from '../host/files/read-text-file.js'",
      "cli imports host/files/read-text-file.ts past the folder's index.ts",
    ],
    [
      'cli/main.ts',
      "import { menu } from '../electron/main/menu.js'",
      'cli may not import electron/main/menu.ts',
    ],
    [
      'electron/contract/briefs.ts',
      "import { app } from 'electron'",
      'electron/contract may not import the package electron',
    ],
    [
      'electron/preload/preload.ts',
      "import { compileBrief } from '../../engine/compile/index.js'",
      'electron/preload may not import engine/compile/index.ts',
    ],
    [
      'electron/main/main.ts',
      "import App from '../../renderer/app.js'",
      'electron/main may not import renderer/app.ts',
    ],
    ['renderer/main.tsx', "import { x } from '../host/index.js'", 'renderer may not import host/index.ts'],
    [
      'renderer/window/app.tsx',
      "import { x } from '../../electron/main/menu.js'",
      'renderer/window may not import electron/main/menu.ts',
    ],
    ['renderer/window/app.tsx', "import fs from 'node:fs'", 'renderer/window may not import Node (node:fs)'],
    [
      'renderer/briefs/briefs-view.tsx',
      "import { choosePdf } from '../exports/use-pdf.js'",
      'renderer/briefs may not import renderer/exports/use-pdf.ts',
    ],
    [
      'engine/template/helpers/logic.ts',
      "import { runTemplate } from '../run/index.js'",
      'engine/template/helpers may not import engine/template/run/index.ts',
    ],
    ['engine/template/run/prose.ts', "import { openLog } from '../writing/run-log.js'", 'past the folder'],
    ['engine/model/index.ts', "import { runTemplate } from '../template/run/index.js'", 'past the folder'],
    [
      'renderer/page/page-pane.tsx',
      "import { useOpenBrief } from '../briefs/use-open-brief.js'",
      'renderer/page may not import renderer/briefs/use-open-brief.ts',
    ],
  ])('refuse in %s: %s', (file, text, expected) => {
    const faults = findLayerFaults(file, `\n${text}\n`)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(`${file}:2: `)
    expect(faults[0]).toContain(expected)
  })

  it.each([
    ['engine/compile/index.ts', "import { renderPdf } from '../pdf/index.js'"],
    ['engine/pdf/index.ts', "import PdfPrinter from 'pdfmake/js/Printer.js'"],
    ['engine/pdf/index.ts', "import type { Place } from '../base/index.js'"],
    ['engine/template/run/prose.ts', "import type { Brief } from '../../brief/types.js'"],
    ['engine/template/run/prose.ts', "import { openLog } from '../writing/index.js'"],
    ['engine/template/check/check-brief.ts', "import type { Template } from '../types.js'"],
    ['engine/template/index.ts', "import { runTemplate } from './run/index.js'"],
    ['engine/pdf/index.ts', "import type { Host } from '../host.js'"],
    ['host/index.ts', "import { readFile } from 'node:fs/promises'"],
    ['cli/main.ts', "import { readTextFile } from '../host/files/index.js'"],
    ['electron/main/main.ts', "import { app } from 'electron'"],
    ['renderer/base/bridge.ts', "import type { Bridge } from '../../electron/contract/index.js'"],
    ['renderer/window/app.tsx', "import { choosePdf } from '../exports/use-pdf.js'"],
    ['tests/e2e/app.spec.ts', "import { anything } from '../../electron/main/menu.js'"],
    ['engine/compile/index.ts', "// not from 'node:fs': the host reads files"],
  ])('allow in %s: %s', (file, text) => {
    expect(findLayerFaults(file, text)).toEqual([])
  })

  it('have no circle', () => {
    expect(findCircle(layers)).toBeUndefined()
  })

  it('refuse a circle, however long', () => {
    const table = [
      { folder: 'brief', ours: ['casebook'] },
      { folder: 'casebook', ours: ['locale', 'evidence'] },
      { folder: 'evidence', ours: ['brief'] },
      { folder: 'locale', ours: [] },
    ]
    expect(findCircle(table)).toBe('brief → casebook → evidence → brief')
    expect(findCircle(table.filter(({ folder }) => folder !== 'evidence'))).toBeUndefined()
  })
})
