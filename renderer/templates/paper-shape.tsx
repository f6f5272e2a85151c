/** A sheet in the proportions of the template's page. */
export function PaperShape({ size }: { size: { orientation: 'portrait' | 'landscape' } }) {
  return <span className={`paper-shape is-${size.orientation}`} aria-hidden="true" />
}
