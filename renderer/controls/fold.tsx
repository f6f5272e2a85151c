import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { Icon } from './icon.js'

/** A part of a form that can be put out of sight. */
export function Fold({
  title,
  isOpenAtFirst,
  children,
}: {
  title: string
  isOpenAtFirst: boolean
  children: ReactNode
}) {
  return (
    <Disclosure className="fold" defaultExpanded={isOpenAtFirst}>
      <Heading level={2} className="fold-head">
        <Button slot="trigger" className="fold-button">
          <Icon name="down" />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className="fold-panel">{children}</DisclosurePanel>
    </Disclosure>
  )
}
