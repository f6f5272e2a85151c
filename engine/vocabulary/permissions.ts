/** What a reader without the owner's password may be allowed, beside reading and being read to. */
export const permissions = ['print', 'copy', 'annotate', 'change'] as const
export type Permission = (typeof permissions)[number]
