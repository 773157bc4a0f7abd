import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  /** At most one `primary` button on a screen; `quiet` has no border until hovered. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'small' | 'icon';
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button in one of our looks. One that shows only an icon needs `aria-label`. */
export const Button = ({ look = 'plain', size = 'normal', ...rest }: ButtonProps) => (
  <AriaButton {...rest} className={`button button-${look} button-${size}`} />
);
