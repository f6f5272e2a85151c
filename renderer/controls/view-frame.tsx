import type { ReactNode } from 'react'

/** A whole view: its title, what can be done, and a body that scrolls. */
export function ViewFrame({
  title,
  note,
  actions,
  children,
}: {
  title: string
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <main className="view" aria-label={title}>
      <header className="view-head">
        <h1>{title}</h1>
        {note && <p className="hint">{note}</p>}
        <div className="view-actions">{actions}</div>
      </header>
      <div className="view-body">{children}</div>
    </main>
  )
}

/** What a view says while it has nothing to show: the first step. */
export function EmptyState({ title, hint, children }: { title: string; hint: string; children?: ReactNode }) {
  return (
    <div className="empty-state">
      <h2>{title}</h2>
      <p>{hint}</p>
      {children}
    </div>
  )
}
