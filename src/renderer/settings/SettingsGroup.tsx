import type { ReactNode } from 'react';
import { texts } from './texts.ts';
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
  readonly section: Section;
  readonly children: ReactNode;
}

/** The sections of the settings in their order, by what one looks for. */
export const SECTIONS = [
  'general',
  'times',
  'reminders',
  'rules',
  'quiet',
  'sharing',
  'today',
  'joining',
  'about',
] as const;
export type Section = (typeof SECTIONS)[number];

const headingId = (section: Section): string => `section-${section}`;

/** Brings a section into view; Tab goes on from there. */
export function goToSection(section: Section): void {
  const heading = document.getElementById(headingId(section));
  heading?.focus({ preventScroll: true });
  heading?.closest('section')?.scrollIntoView();
}

/** Settings that belong together. */
export const SettingsGroup = ({ section, children }: SettingsGroupProps) => (
  <section className="card settings-group" aria-labelledby={headingId(section)}>
    <h2 id={headingId(section)} className="eyebrow" tabIndex={-1}>
      {texts.sections[section]}
    </h2>
    {children}
  </section>
);
