import { LoaderCircle } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import {
  Button as AriaButton,
  ProgressBar,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components';
import { texts } from '../texts.ts';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  /** At most one `primary` button on a screen; `quiet` has no border. */
  readonly look?: 'primary' | 'plain' | 'quiet';
  readonly size?: 'normal' | 'small' | 'large' | 'icon';
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/**
 * A button in one of our looks. One that shows only an icon needs `aria-label`. While `isPending` it keeps its width
 * and the focus, ignores presses, and turns a wheel in place of its words.
 */
export const Button = ({ look = 'plain', size = 'normal', isPending, children, ...rest }: ButtonProps) => (
  <AriaButton
    {...rest}
    {...(isPending !== undefined && { isPending })}
    className={`button button-${look} button-${size}`}
  >
    {isPending === true ? (
      <>
        <span className="button-words">{children}</span>
        <ProgressBar isIndeterminate aria-label={texts.busy} className="button-busy">
          <LoaderCircle aria-hidden size={14} />
        </ProgressBar>
      </>
    ) : (
      children
    )}
  </AriaButton>
);
