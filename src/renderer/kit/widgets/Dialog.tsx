import { X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { afterRender } from '../afterRender.ts';
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

const isInMenu = (): boolean => document.activeElement?.closest('[role="menu"]') !== null;

/**
 * False while a menu, whose item opened the dialog, has the focus. When the dialog closes, it gives the focus back to
 * what had it: that must not be an item of a menu that is gone.
 */
function useAfterMenu(): boolean {
  const [waits, setWaits] = useState(isInMenu);
  useEffect(() => {
    if (waits) afterRender(() => setWaits(false));
  }, [waits]);
  return !waits;
}

/** A modal dialog. Escape and a press outside close it. */
export const Dialog = ({ isOpen, ...props }: DialogProps) => (isOpen ? <OpenDialog {...props} /> : null);

const OpenDialog = ({
  title,
  onClose,
  place = 'centre',
  isTitleHidden = false,
  children,
}: Omit<DialogProps, 'isOpen'>) => (
  <ModalOverlay
    className={`overlay overlay-${place}`}
    isOpen={useAfterMenu()}
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
