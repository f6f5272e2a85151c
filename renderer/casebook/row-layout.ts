import { Layout, LayoutInfo, Rect, Size } from 'react-aria-components'
import type { Collection, Key, Node } from 'react-stately'

/** In pixels: the height of a row of two lines, until it was in sight and measured; and the space around all rows. */
const { usual, margin } = { usual: 48, margin: 4 }

/**
 * Rows below each other, each as high as it says. What it costs to lay them out anew grows with those in sight;
 * react-aria's own list goes through all items several times for each key that is typed.
 */
export class RowLayout extends Layout<Node<unknown>> {
  private collection: Collection<Node<unknown>> | undefined
  private width = 0
  /** By place; 0 while it was not measured. */
  private heights = new Float64Array(0)
  /** Where each row begins, and at the end where the last one ends. */
  private tops = new Float64Array(1)
  private infos: LayoutInfo[] = []

  override update(): void {
    const { collection, size } = this.attached
    if (collection !== this.collection || size.width !== this.width)
      this.heights = new Float64Array(collection.size)
    this.collection = collection
    this.width = size.width
    this.reckon()
  }

  override getContentSize(): Size {
    const end = this.tops.at(-1) as number
    return new Size(this.width, this.heights.length === 0 ? 0 : end + margin)
  }

  override getVisibleLayoutInfos(rect: Rect): LayoutInfo[] {
    const shown = new Set<number>()
    for (let place = this.placeAt(rect.y); place < this.heights.length; place += 1) {
      if ((this.tops[place] as number) >= rect.maxY) break
      shown.add(place)
    }
    // What has the focus stays in the page, wherever it is.
    for (const key of this.attached.persistedKeys) {
      const place = this.placeOf(key)
      if (place !== undefined) shown.add(place)
    }
    return [...shown].sort((a, b) => a - b).map((place) => this.infoAt(place))
  }

  override getLayoutInfo(key: Key): LayoutInfo | null {
    const place = this.placeOf(key)
    return place === undefined ? null : this.infoAt(place)
  }

  override updateItemSize(key: Key, size: Size): boolean {
    const place = this.placeOf(key)
    if (place === undefined) return false
    const before = this.heights[place] || usual
    this.heights[place] = size.height
    if (size.height === before) this.infoAt(place).estimatedSize = false
    // Where it is another height, all is laid out anew once those measured with it are told.
    return size.height !== before
  }

  private reckon(): void {
    const { length } = this.heights
    this.tops = new Float64Array(length + 1)
    this.tops[0] = margin
    for (let place = 0; place < length; place += 1)
      this.tops[place + 1] = (this.tops[place] as number) + (this.heights[place] || usual)
    this.infos = []
  }

  private infoAt(place: number): LayoutInfo {
    const known = this.infos[place]
    if (known) return known
    const key = this.attached.collection.at(place)?.key as Key
    const top = this.tops[place] as number
    const height = (this.tops[place + 1] as number) - top
    const info = new LayoutInfo('item', key, new Rect(margin, top, this.width - 2 * margin, height))
    info.estimatedSize = !this.heights[place]
    info.allowOverflow = true
    this.infos[place] = info
    return info
  }

  /** Nothing for a record that is known and not listed. */
  private placeOf(key: Key): number | undefined {
    const place = this.attached.collection.getItem(key)?.index
    return place === undefined || place < 0 || place >= this.heights.length ? undefined : place
  }

  /** The last row that begins at `y` or above it. */
  private placeAt(y: number): number {
    let from = 0
    let to = this.heights.length - 1
    while (from < to) {
      const middle = (from + to + 1) >> 1
      if ((this.tops[middle] as number) <= y) from = middle
      else to = middle - 1
    }
    return from
  }

  private get attached(): NonNullable<Layout<Node<unknown>>['virtualizer']> {
    if (!this.virtualizer) throw new Error('rows are laid out without a list')
    return this.virtualizer
  }
}
