export interface ArrayBounds {
  /** The most that one array may take, in bytes. */
  one: number
  /** The most that all arrays made since `restart` may take together, in bytes. */
  together: number
}

/**
 * Counts every array of bytes or numbers that is made in this thread from now on, and calls `onOver`, which must not
 * return, before one is made that goes over `bounds`.
 *
 * For a thread that reads what a stranger made. A few kilobytes can unpack to gigabytes, and Node bounds the heap of a
 * thread but not its arrays. Whoever unpacks asks for an array first, whichever way the bytes are packed, so this
 * holds before the memory is used; all but `DecompressionStream`, which keeps what it unpacks outside of any array
 * until it is done, and which is taken away: pdf.js then unpacks by itself. Replaces the thread's globals: not for a
 * thread that does anything else.
 */
export function boundArrays(bounds: ArrayBounds, onOver: () => never): { restart(): void } {
  let made = 0
  const note = (bytes: number) => {
    made += bytes
    if (bytes > bounds.one || made > bounds.together) onOver()
  }
  for (const [name, original] of Object.entries(arrayKinds)) {
    const counted: ArrayKind = new Proxy(original, {
      construct(target, given, asked) {
        note(lengthOf(given[0]) * (target.BYTES_PER_ELEMENT ?? 1))
        return Reflect.construct(target, given, asked === counted ? target : asked)
      },
    })
    Object.assign(globalThis, { [name]: counted })
  }
  Reflect.deleteProperty(globalThis, 'DecompressionStream')
  return {
    restart() {
      made = 0
    },
  }
}

type ArrayKind = (new (...given: never[]) => object) & { BYTES_PER_ELEMENT?: number }

const arrayKinds: Record<string, ArrayKind> = {
  ArrayBuffer,
  Uint8Array,
  Uint8ClampedArray,
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
}

/** How many elements an array gets that is made from `first`; a view on memory that is there already takes none. */
function lengthOf(first: unknown): number {
  if (typeof first === 'number') return Number.isFinite(first) ? first : 0
  if (Array.isArray(first)) return first.length
  return ArrayBuffer.isView(first) && 'length' in first ? Number(first.length) : 0
}
