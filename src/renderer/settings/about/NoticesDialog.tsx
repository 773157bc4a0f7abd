import { Dialog } from '../../widgets/Dialog.tsx';

export interface NoticesDialogProps {
  /** null while it is closed. */
  readonly text: string | null;
  readonly onClose: () => void;
}

/** The licences, to be read here and to be found by the window's own search of text. */
export const NoticesDialog = ({ text, onClose }: NoticesDialogProps) => (
  <Dialog title="Licences" isOpen={text !== null} onClose={onClose}>
    {/* Chromium lets Tab reach what scrolls, so arrows and End work here. */}
    <section className="notices" aria-label="Text of the licences">
      <pre>{text}</pre>
    </section>
  </Dialog>
);
