import type { ReactNode } from 'react';

export interface SettingRowProps {
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** One setting: what it is at the left, its control at the right. */
export const SettingRow = ({ label, hint, children }: SettingRowProps) => (
  <div className="setting">
    <div className="setting-text">
      <p className="setting-label">{label}</p>
      {hint !== undefined && <p className="quiet">{hint}</p>}
    </div>
    <div className="setting-control">{children}</div>
  </div>
);

export interface SettingsGroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Settings that belong together. */
export const SettingsGroup = ({ title, children }: SettingsGroupProps) => (
  <section className="card settings-group" aria-label={title}>
    <h2 className="eyebrow">{title}</h2>
    {children}
  </section>
);
