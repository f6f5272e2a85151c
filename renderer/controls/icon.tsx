/** Line icons on a grid of 16. They only go with words or a label, so screen readers pass them by. */
const paths = {
  brief: 'M4 1.8h5.5L13 5.3v8.9H4zM9.5 1.8v3.5H13M6.2 8.2h4.6M6.2 10.9h4.6',
  template: 'M2 2.5h12v3H2zM2 8h5v5.5H2zM9.5 8H14v5.5H9.5z',
  casebook: 'M3.5 2h8a1 1 0 0 1 1 1v11h-8a1.5 1.5 0 0 1-1.5-1.5zM3 12.5A1.5 1.5 0 0 1 4.5 11h8M6 5h4',
  problem: 'M8 2 14.5 13.5h-13zM8 6.5v3.5M8 11.8v.2',
  exports: 'M2.5 9v4.5h11V9M8 2v7.5M5 6.8l3 3 3-3',
  plus: 'M8 3v10M3 8h10',
  cross: 'M4 4l8 8M12 4l-8 8',
  settings:
    'M2 5h7M13 5h1M2 11h1M7 11h7M11 3.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6M5 9.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M4 6l4 4 4-4',
  left: 'M10 4 6 8l4 4',
  right: 'M6 4l4 4-4 4',
  calendar: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M10.5 10.5 14 14',
  bold: 'M5 2.8h3.8a2.5 2.5 0 0 1 0 5H5zM5 7.8h4.4a2.7 2.7 0 0 1 0 5.4H5z',
  italic: 'M6.5 2.8h5M4.5 13.2h5M9.5 2.8l-3 10.4',
  heading: 'M3.5 3v10M12.5 3v10M3.5 8h9',
  bullets: 'M6 4h8M6 8h8M6 12h8M2.6 4h.1M2.6 8h.1M2.6 12h.1',
  numbers: 'M7 4h7M7 8h7M7 12h7M2.3 3 3.3 2.5V6M2.2 9.7c1.8-.8 2 .3 1.2 1.1L2.2 12.5h1.9',
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M6 3.5l-3 3 3 3',
  redo: 'M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10M10 3.5l3 3-3 3',
  minus: 'M3 8h10',
  folder: 'M1.8 3.5h4.5l1.5 2h6.4v7.5H1.8z',
  history: 'M2.5 8a5.5 5.5 0 1 1 1.6 3.9M2 4.5V8h3.5M8 5v3.2l2.2 1.6',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.5M13 2v3h-3',
  source: 'M6.5 3.5h-3v9h9v-3M9 2.5h4.5V7M13.5 2.5 7.5 8.5',
  fit: 'M2 3v10M14 3v10M4.5 8h7M6.5 6l-2 2 2 2M9.5 6l2 2-2 2',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
