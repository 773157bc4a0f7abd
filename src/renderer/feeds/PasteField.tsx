import { Link2 } from 'lucide-react';
import { Label, TextArea, TextField } from 'react-aria-components';
import type { Pasting } from './usePasting.ts';
import { REFUSAL_ID } from './PreviewCard.tsx';
import { texts } from './texts.ts';

/** A longer text scrolls. */
const MOST_LINES = 8;

export interface PasteFieldProps {
  readonly label: string;
  readonly pasting: Pasting;
  /** Enter in an address, or Ctrl+Enter in a text of several lines. */
  readonly onEnter: () => void;
  readonly hasFocus?: boolean;
}

/** One field for anything: an address, a path, a mail, a calendar's text. */
export const PasteField = ({ label, pasting, onEnter, hasFocus = false }: PasteFieldProps) => (
  <TextField
    className="paste-field"
    value={pasting.text}
    onChange={pasting.setText}
    isInvalid={pasting.stage.kind === 'refused'}
    {...(pasting.stage.kind === 'refused' && { 'aria-describedby': REFUSAL_ID })}
    // The dialog was opened to fill this field.
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    autoFocus={hasFocus}
  >
    <Label className="visually-hidden">{label}</Label>
    <Link2 aria-hidden size={16} className="paste-field-icon" />
    <TextArea
      className="input paste-field-text"
      rows={Math.min(pasting.text.split('\n').length, MOST_LINES)}
      placeholder={texts.addressExample}
      maxLength={500_000}
      spellCheck="false"
      onKeyDown={(event) => {
        const isSent = event.ctrlKey || event.metaKey || (!event.shiftKey && !pasting.text.includes('\n'));
        if (event.key !== 'Enter' || !isSent) return;
        event.preventDefault();
        event.stopPropagation();
        onEnter();
      }}
    />
  </TextField>
);
