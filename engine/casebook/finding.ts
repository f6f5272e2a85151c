import type { Diagnostic, Place } from '../base/index.js'
import type { EvidenceRule, EvidenceSettings } from '../vocabulary/index.js'

/** Where in a casebook something was found. */
export interface RecordField {
  collection: string
  id: string
  field?: string
}

/** A breach of a rule, before the workspace's severity makes a diagnostic of it. */
export interface Finding {
  rule: EvidenceRule
  message: string
  hints: string[]
  at: Place
  /** The record that it is about, if it is about one. */
  owner?: RecordField
  /** For a text that lacks a language: which. */
  language?: 'en' | 'fr'
}

/** A finding as severe as the workspace takes it; none where the rule is off. */
export function asDiagnostic(finding: Finding, settings: EvidenceSettings): Diagnostic[] {
  const { rule, message, hints, at } = finding
  const severity = settings[rule]
  return severity === 'off' ? [] : [{ severity, code: `evidence/${rule}`, message, hints, at }]
}
