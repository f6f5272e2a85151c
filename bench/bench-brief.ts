import type { Brief } from '../engine/brief/types.js'

/** The two-page brief that everything here is measured on, as the command line makes it by default. */
export const benchBrief: Brief = {
  template: 'issue-brief',
  language: 'en',
  issued: '2026-03-01',
  parameters: {},
  narrative: {},
}
