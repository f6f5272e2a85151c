import type { Finding } from '../casebook/index.js'
import { type Casebook, type CasebookRecord, collectionNames } from '../casebook/types.js'
import { type IsoDate, lastDay } from '../locale/index.js'
import { claimsOf } from './printed.js'
import { isFigure } from './units.js'

/** What a casebook lacks in evidence, whoever prints it, on the day `asOf`. */
export function findInCasebook(casebook: Casebook, asOf: IsoDate): Finding[] {
  const records = collectionNames.flatMap((name) => casebook.collections[name])
  return [
    ...casebook.findings,
    ...records.flatMap(findUntraceable),
    ...records.flatMap(findUnattributed),
    ...records.flatMap((record) => findStale(record, casebook.staleAfterDays[record.collection], asOf)),
    ...findUnitless(casebook),
  ]
}

/** A source is found by its address or its title; a publisher alone has printed many things. */
function findUntraceable({ collection, id, fields, at }: CasebookRecord): Finding[] {
  if (collection !== 'sources' || fields.url || fields.title) return []
  return [
    {
      rule: 'untraceable-source',
      message: `the source \`${id}\` has neither \`title\` nor \`url\`, so nobody can find it`,
      hints: ['add `url: …`', 'or add `title: …`'],
      at,
      owner: { collection, id },
    },
  ]
}

function findUnattributed({ collection, id, fields, at }: CasebookRecord): Finding[] {
  if (collection !== 'statements' || fields.speaker) return []
  return [
    {
      rule: 'statement-without-speaker',
      message: `the statement \`${id}\` does not say who made it`,
      hints: ['add `speaker: …`'],
      at,
      owner: { collection, id },
    },
  ]
}

/**
 * Claims that speak for a day too long ago. One without `asOf` says nothing of time, and a day on which something
 * happened does not grow old; nor does one that is kept on purpose.
 */
function findStale(record: CasebookRecord, limit: number | undefined, asOf: IsoDate): Finding[] {
  if (limit === undefined) return []
  const { collection, id } = record
  return claimsOf(record)
    .filter(({ claim }) => claim.value.kind !== 'date' && claim.asOf !== undefined && !claim.keep)
    .filter(({ claim }) => daysBetween(lastDay(claim.asOf as IsoDate), asOf) > limit)
    .map(({ field, claim }) => ({
      rule: 'stale-claim',
      message: `\`${field}\` of \`${id}\` is as of ${claim.asOf}, more than ${limit} days before ${asOf}`,
      hints: [
        'look for a later figure and give its `asOf`',
        'or say `keep: true` of one that is kept on purpose',
        `or raise \`staleAfterDays: { ${collection}: … }\` in \`casebook.yaml\``,
      ],
      at: claim.at,
      owner: { collection, id, field },
    }))
}

/** Figures without unit where other records give the same claim one. */
function findUnitless(casebook: Casebook): Finding[] {
  return collectionNames.flatMap((collection) => {
    const figures = casebook.collections[collection].flatMap((record) =>
      claimsOf(record)
        .filter(({ claim }) => isFigure(claim))
        .map(({ field, claim }) => ({ field, claim, id: record.id })),
    )
    return figures
      .filter(({ claim }) => claim.unit === undefined)
      .flatMap(({ field, claim, id }): Finding[] => {
        const other = figures.find((one) => one.field === field && one.claim.unit !== undefined)
        if (!other) return []
        return [
          {
            rule: 'unit-mix',
            message: `\`${field}\` of \`${id}\` has no unit, but that of \`${other.id}\` is in \`${other.claim.unit}\``,
            hints: [`add \`unit: ${other.claim.unit}\`, or the unit that it has`],
            at: claim.at,
            owner: { collection, id, field },
          },
        ]
      })
  })
}

function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}
