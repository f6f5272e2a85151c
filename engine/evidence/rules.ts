import type { Diagnostic, Place, Severity } from '../diagnostic.js'

/** What a workspace makes of a rule: a fault that stops an export, one that is shown, or nothing. */
export const evidenceSeverities = ['error', 'warning', 'off'] as const satisfies readonly (Severity | 'off')[]
export type EvidenceSeverity = (typeof evidenceSeverities)[number]

/**
 * What every casebook and brief is held to, and how severely unless `casebook.yaml` says otherwise.
 *
 * An error is what would make a reader believe something that nobody has said: no source, a source that does not
 * exist, the unknown given for known, figures that cannot stand together, words put in nobody's mouth.
 */
export const evidenceRules = {
  'unsourced-claim': 'error',
  'dead-source': 'error',
  'untraceable-source': 'warning',
  'statement-without-speaker': 'error',
  'stale-claim': 'warning',
  'unknown-as-fact': 'error',
  'disputed-as-one': 'warning',
  'unit-mix': 'error',
  'as-of-leak': 'warning',
  'bare-value': 'warning',
  'missing-language': 'warning',
} as const satisfies Record<string, EvidenceSeverity>

export type EvidenceRule = keyof typeof evidenceRules
export type EvidenceSettings = Record<EvidenceRule, EvidenceSeverity>

export const evidenceRuleNames = Object.keys(evidenceRules) as EvidenceRule[]

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
