import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useApi } from '../AppContext.tsx';
import { Button, type ButtonProps } from './Button.tsx';
import { texts } from '../texts.ts';

/** How long a button confirms the copy (ms). */
const COPIED_MS = 1_500;

export interface CopyButtonProps {
  /** What is copied, with its article: `the passcode`. */
  readonly label: string;
  readonly text: string;
  /** Text next to the icon. */
  readonly words?: string;
  readonly look?: ButtonProps['look'];
}

/** Copies a text to the clipboard. Only its icon confirms that, so that nothing moves; screen readers hear it. */
export function CopyButton({ label, text, words, look = 'quiet' }: CopyButtonProps) {
  const api = useApi();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const Icon = isCopied ? Check : Copy;
  return (
    <>
      <Button
        look={look}
        size={words === undefined ? 'icon' : 'small'}
        aria-label={texts.copyOf(label)}
        onPress={() => {
          api.invokeAndReport('clipboard:write', text);
          setCopied(true);
        }}
      >
        <Icon aria-hidden size={14} />
        {words !== undefined && (
          // Both take their place, so the button keeps its width.
          <span className="either-words">
            <span data-hidden={isCopied || undefined}>{words}</span>
            <span data-hidden={!isCopied || undefined}>{texts.copied}</span>
          </span>
        )}
      </Button>
      <span className="visually-hidden" aria-live="polite">
        {isCopied && texts.copiedOf(label)}
      </span>
    </>
  );
}
