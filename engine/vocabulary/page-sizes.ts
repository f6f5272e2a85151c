/** The sheets of paper that a document can be made for. */
export const pageSizes = ['A4', 'Letter'] as const
export type PageSize = (typeof pageSizes)[number]
