/** How sure a claim is, from what is done to what nobody has said. */
export const statuses = [
  'confirmed',
  'announced',
  'agreed-in-principle',
  'reported',
  'estimated',
  'disputed',
  'unknown',
] as const
export type Status = (typeof statuses)[number]
