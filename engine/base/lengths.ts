/** A length on the page: 1/72 inch. */
export type Points = number & { readonly __unit?: 'pt' }

/** A length as people give it. */
export type Millimetres = number & { readonly __unit?: 'mm' }

export function points(millimetres: Millimetres): Points {
  return (millimetres * 72) / 25.4
}
