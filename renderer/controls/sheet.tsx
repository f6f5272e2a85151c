import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

/** A dialog over the window. `onClose` is also called for Escape. */
export function Sheet({
  title,
  width,
  isAlert = false,
  children,
  onClose,
}: {
  title: string
  /** In pixels; never more than the window has. */
  width: number
  isAlert?: boolean
  children: ReactNode
  onClose(): void
}) {
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen
      isDismissable={!isAlert}
      onOpenChange={(open) => open || onClose()}
    >
      <Modal className="dialog-sheet" style={{ width: `min(${width}px, calc(100vw - 24px))` }}>
        <Dialog className="dialog" role={isAlert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
