import type { ReactNode } from 'react';
import type { Section } from './sections.ts';
import { texts } from './texts.ts';
import './settings.css';

export interface SettingRowProps {
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** One setting: label on the left, control on the right. */
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
  readonly section: Section;
  readonly children: ReactNode;
}

const headingId = (section: Section): string => `section-${section}`;

/** Scrolls a section into view; Tab continues from there. */
export function goToSection(section: Section): void {
  const heading = document.getElementById(headingId(section));
  heading?.focus({ preventScroll: true });
  heading?.closest('section')?.scrollIntoView();
}

/** A section of the settings. */
export const SettingsGroup = ({ section, children }: SettingsGroupProps) => (
  <section className="card settings-group" aria-labelledby={headingId(section)}>
    <h2 id={headingId(section)} className="eyebrow" tabIndex={-1}>
      {texts.sections[section]}
    </h2>
    {children}
  </section>
);
