import type { Severity } from '../base/index.js'

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
  'cut-text': 'warning',
  'number-as-written': 'warning',
} as const satisfies Record<string, EvidenceSeverity>

export type EvidenceRule = keyof typeof evidenceRules
export type EvidenceSettings = Record<EvidenceRule, EvidenceSeverity>

export const evidenceRuleNames = Object.keys(evidenceRules) as EvidenceRule[]
