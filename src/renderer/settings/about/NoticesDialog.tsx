import { Dialog } from '../../kit/widgets/Dialog.tsx';
import { texts } from '../texts.ts';

export interface NoticesDialogProps {
  /** null while it is closed, empty until it is read. */
  readonly text: string | null;
  readonly onClose: () => void;
}

/** Shows the licences. */
export const NoticesDialog = ({ text, onClose }: NoticesDialogProps) => (
  <Dialog title={texts.licences} isOpen={text !== null} onClose={onClose}>
    {/* The dialog keeps Tab among what has a tab index, and arrows and End scroll only what has the focus. */}
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
    <section className="notices" tabIndex={0} aria-label={texts.licenceTexts} aria-busy={text === ''}>
      <pre>{text}</pre>
    </section>
  </Dialog>
);
