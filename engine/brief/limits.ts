/** Characters of a watermark. Longer, and its letters would be as small as those of the text. */
export const mostOnWatermark = 40

/** Characters of a recipient. Longer, and the line would not fit beside the number of the copy. */
export const mostOnRecipient = 80

export const mostCopies = 999
