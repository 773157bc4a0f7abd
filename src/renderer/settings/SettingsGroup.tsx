import { useId, type ReactNode } from 'react';
import { useApp } from '../kit/AppContext.tsx';
import { HintId } from '../kit/hintId.ts';

export interface SettingRowProps {
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** One setting: label on the left, control on the right. It is lit for a moment after a search led to it. */
export function SettingRow({ label, hint, children }: SettingRowProps) {
  const isLit = useApp((state) => state.shownSetting?.label === label);
  const id = useId();
  return (
    <div className="setting" data-setting={label} data-lit={isLit || undefined}>
      <div className="setting-text">
        <p className="setting-label">{label}</p>
        {hint !== undefined && (
          <p id={id} className="quiet">
            {hint}
          </p>
        )}
      </div>
      <div className="setting-control">
        <HintId value={hint === undefined ? undefined : id}>{children}</HintId>
      </div>
    </div>
  );
}

export interface SettingsGroupProps {
  /** A heading above the card; left out for the first group of a section. */
  readonly title?: string;
  readonly children: ReactNode;
}

/** A card with settings. */
export function SettingsGroup({ title, children }: SettingsGroupProps) {
  const id = useId();
  if (title === undefined) return <div className="card settings-card">{children}</div>;
  return (
    <section className="settings-group" aria-labelledby={id}>
      <h3 id={id} className="settings-group-title">
        {title}
      </h3>
      <div className="card settings-card">{children}</div>
    </section>
  );
}
