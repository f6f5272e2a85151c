/**
 * Keeps what a pure function gave, by a key that says all that it depends on, so that it is not worked out again.
 *
 * What is kept weighs at most `most`; before it would weigh more, all is forgotten: what is in use is soon back. A
 * value may be given to many, so nobody writes on it.
 */
export function remembered<Value>(
  most: number,
  weigh: (key: string) => number = () => 1,
): (key: string, make: () => Value) => Value {
  const kept = new Map<string, Value>()
  let weight = 0
  return (key, make) => {
    const known = kept.get(key)
    if (known !== undefined) return known
    const value = make()
    const added = weigh(key)
    if (weight + added > most) {
      kept.clear()
      weight = 0
    }
    if (added > most) return value
    kept.set(key, value)
    weight += added
    return value
  }
}

/** Keeps what a pure function gave for an object as long as that object lives. Nobody writes on either of them. */
export function keptWith<Key extends object, Value extends object>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  const kept = new WeakMap<Key, Value>()
  return (key) => {
    const value = kept.get(key) ?? make(key)
    kept.set(key, value)
    return value
  }
}
