import type { ReactNode } from 'react';
import { SwitchButton, SwitchField } from 'react-aria-components';

export interface SwitchProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly 'aria-label'?: string;
  readonly children?: ReactNode;
}

/** A switch that takes effect immediately. */
export const Switch = ({ children, ...rest }: SwitchProps) => (
  <SwitchField {...rest} className="switch-field">
    <SwitchButton className="switch">
      <span className="switch-track" aria-hidden>
        <span className="switch-knob" />
      </span>
      {children}
    </SwitchButton>
  </SwitchField>
);
