/** The same value, of which nothing can be changed any more; writing on it throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  const inner = value instanceof Map ? [...value].flat() : Object.values(value)
  for (const one of inner) deepFreeze(one)
  return value
}
