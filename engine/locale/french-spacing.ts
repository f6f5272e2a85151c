import { narrowSpace, noBreakSpace } from './spaces.js'

/**
 * Prose with the spaces that French wants before `; : ! ?` and inside « ».
 *
 * Clock times (`14:30`) and addresses (`https://…`) are left as they are.
 */
export function spaceFrench(prose: string): string {
  return prose
    .replace(
      /[ \u00a0\u202f]*«[ \u00a0\u202f]*/g,
      (mark) => `${/^[ \u00a0\u202f]/.test(mark) ? ' ' : ''}«${noBreakSpace}`,
    )
    .replace(/[ \u00a0\u202f]*»/g, `${noBreakSpace}»`)
    .replace(/(?<=[\p{L}\p{N})\]»%’'"”])[ \u00a0\u202f]*([;!?]+)(?=$|[\s)\]»”"])/gu, `${narrowSpace}$1`)
    .replace(/(?<=[\p{L}\p{N})\]»%’'"”])[ \u00a0\u202f]*:(?=$|\s)/gu, `${noBreakSpace}:`)
    .replace(/(?<=\p{N})[ \u00a0]+%/gu, `${narrowSpace}%`)
}
