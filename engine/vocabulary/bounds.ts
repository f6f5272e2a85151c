/** How a figure bounds the truth: `at most`, `about`… None means that it is the figure itself. */
export const bounds = ['at-most', 'at-least', 'more-than', 'less-than', 'about', 'target'] as const
export type Bound = (typeof bounds)[number]
