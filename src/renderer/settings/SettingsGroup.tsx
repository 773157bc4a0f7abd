import type { ReactNode } from 'react';
import './settings.css';

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
  readonly title: Section;
  readonly children: ReactNode;
}

/** The sections of the settings in their order, by what one looks for. */
export const SECTIONS = [
  'General',
  'Times',
  'Reminders',
  'Which meetings',
  'Quiet times',
  'Screen sharing',
  'Today’s reminders',
  'Joining',
  'About',
] as const;
export type Section = (typeof SECTIONS)[number];

const headingId = (title: Section): string => `section-${SECTIONS.indexOf(title)}`;

/** Brings a section into view; Tab goes on from there. */
export function goToSection(title: Section): void {
  const heading = document.getElementById(headingId(title));
  heading?.focus({ preventScroll: true });
  heading?.closest('section')?.scrollIntoView();
}

/** Settings that belong together. */
export const SettingsGroup = ({ title, children }: SettingsGroupProps) => (
  <section className="card settings-group" aria-labelledby={headingId(title)}>
    <h2 id={headingId(title)} className="eyebrow" tabIndex={-1}>
      {title}
    </h2>
    {children}
  </section>
);
