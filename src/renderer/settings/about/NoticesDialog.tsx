import { Dialog } from '../../widgets/Dialog.tsx';

export interface NoticesDialogProps {
  /** null while it is closed. */
  readonly text: string | null;
  readonly onClose: () => void;
}

/** The licences, to be read here and to be found by the window's own search of text. */
export const NoticesDialog = ({ text, onClose }: NoticesDialogProps) => (
  <Dialog title="Licences" isOpen={text !== null} onClose={onClose}>
    {/* Focusable, so that it can be scrolled by keys. */}
    <pre className="notices" tabIndex={0} role="region" aria-label="Text of the licences">
      {text}
    </pre>
  </Dialog>
);
