import { narrowSpace, noBreakSpace } from './spaces.js'
import type { Rule } from './typeset.js'

/**
 * The spaces that French wants before `; : ! ?` and inside « ».
 *
 * Clock times (`14:30`) and addresses (`https://…`) are left as they are.
 */
export const frenchSpaces: readonly Rule[] = [
  [/(?<=«)[ \u00a0\u202f]*(?=[^ \u00a0\u202f])/g, narrowSpace],
  [/(?<=[^ \u00a0\u202f«])[ \u00a0\u202f]*(?=»)/g, narrowSpace],
  [/(?<=[\p{L}\p{M}\p{N}.)\]»%’'"”…])[ \u00a0\u202f]*(?=[;!?]+(?:$|[\s)\]»”"’.,…–—]))/gu, narrowSpace],
  [/(?<=[\p{L}\p{M}\p{N}.)\]»%’'"”…])[ \u00a0\u202f]*(?=:(?:$|\s))/gu, noBreakSpace],
  [/(?<=\p{N})[ \u00a0]+(?=%)/gu, narrowSpace],
]
