import { create } from 'zustand'
import type { ChosenPack, PackChoice } from '../../electron/contract/index.js'
import { type Diagnostic, diagnosticsOf } from '../../engine/base/index.js'
import type { ImportPlan } from '../../engine/pack/index.js'
import { bridge } from '../base/bridge.js'
import { showNotice } from '../base/notices.js'
import { readWorkspace } from '../workspace/use-workspace.js'

/** A pack that is looked at before it is imported. */
export interface PackOnHand {
  pack: ChosenPack
  /** It is being read, or its files written. */
  isBusy: boolean
  /** Absent while it is read, and when it cannot be imported. */
  plan?: ImportPlan
  /** What is wrong with the pack, or would be in the workspace. */
  diagnostics: Diagnostic[]
}

interface Packs {
  importing: PackOnHand | undefined
  /** The dialog that makes a pack is open, with these templates chosen first. */
  exporting: string[] | undefined
}

export const usePacks = create<Packs>(() => ({ importing: undefined, exporting: undefined }))

export function askForPack(templates: string[]): void {
  usePacks.setState({ exporting: templates })
}

export function putPackAway(): void {
  usePacks.setState({ importing: undefined, exporting: undefined })
}

/** Asks for a pack and shows what importing it would do. */
export async function chooseToImport(): Promise<void> {
  const pack = await bridge.choosePack()
  if (!pack) return
  const reading: PackOnHand = { pack, isBusy: true, diagnostics: [] }
  usePacks.setState({ importing: reading })
  const plan = await bridge.planPack()
  // Put away meanwhile.
  if (usePacks.getState().importing !== reading) return
  const diagnostics = diagnosticsOf(plan)
  usePacks.setState({
    importing: { pack, isBusy: false, diagnostics, plan: plan.ok ? plan.value : undefined },
  })
}

export async function importOnHand(): Promise<void> {
  const { importing } = usePacks.getState()
  if (!importing?.plan || importing.isBusy) return
  const { pack, plan } = importing
  usePacks.setState({ importing: { ...importing, isBusy: true } })
  const imported = await bridge.importPack()
  if (!imported.ok) {
    usePacks.setState({ importing: { pack, isBusy: false, diagnostics: imported.diagnostics } })
    return
  }
  putPackAway()
  const { files, kept } = imported.value
  showNotice({ type: 'imported', title: plan.about.title, files: files.length, kept })
  await readWorkspace()
}

/** Makes a pack; what is wrong with it is given back, for the dialog to show. */
export async function exportChoice(choice: PackChoice): Promise<Diagnostic[]> {
  const exported = await bridge.exportPack(choice)
  if (!exported.ok) return exported.diagnostics
  if (exported.value === null) return []
  putPackAway()
  showNotice({ type: 'pack-exported', path: exported.value, diagnostics: exported.warnings })
  return []
}
