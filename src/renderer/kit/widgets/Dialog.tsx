import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './Button.tsx';
import { texts } from '../texts.ts';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** `side` slides in from the right and is as high as the window. */
  readonly place?: 'centre' | 'side';
  /** The content shows the title itself: only screen readers get this one. */
  readonly isTitleHidden?: boolean;
  readonly children: ReactNode;
}

/** A modal dialog. Escape and a press outside close it. */
export const Dialog = ({
  title,
  isOpen,
  onClose,
  place = 'centre',
  isTitleHidden = false,
  children,
}: DialogProps) => (
  <ModalOverlay
    className={`overlay overlay-${place}`}
    isOpen={isOpen}
    isDismissable
    onOpenChange={(open) => !open && onClose()}
  >
    <Modal className={`modal modal-${place}`}>
      <AriaDialog className="dialog" {...(isTitleHidden && { 'aria-label': title })}>
        {!isTitleHidden && (
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <Button look="quiet" size="icon" aria-label={texts.close} onPress={onClose}>
              <X aria-hidden size={16} />
            </Button>
          </header>
        )}
        {children}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
