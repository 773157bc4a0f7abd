import { useContext, type ReactNode } from 'react';
import { SwitchButton, SwitchField } from 'react-aria-components';
import { HintId } from '../hintId.ts';

export interface SwitchProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly 'aria-label'?: string;
  readonly children?: ReactNode;
}

/** A switch that takes effect immediately. The hint of its setting describes it. */
export function Switch({ children, ...rest }: SwitchProps) {
  const hint = useContext(HintId);
  return (
    <SwitchField {...rest} className="switch-field" {...(hint !== undefined && { 'aria-describedby': hint })}>
      <SwitchButton className="switch">
        <span className="switch-track" aria-hidden>
          <span className="switch-knob" />
        </span>
        {children}
      </SwitchButton>
    </SwitchField>
  );
}
