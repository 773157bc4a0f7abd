import {
  Bell,
  Clock,
  Folder,
  Info,
  Keyboard,
  ListFilter,
  Lock,
  MonitorUp,
  Moon,
  Network,
  Palette,
  Shield,
  SlidersHorizontal,
  Video,
  type LucideIcon,
} from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { SECTION_GROUPS, SETTINGS_SECTIONS, type SettingsSection } from '#core/settings/settingSections.ts';
import { texts } from './texts.ts';

const ICONS: Readonly<Record<SettingsSection, LucideIcon>> = {
  general: SlidersHorizontal,
  look: Palette,
  times: Clock,
  reminders: Bell,
  rules: ListFilter,
  quiet: Moon,
  joining: Video,
  sharing: MonitorUp,
  folder: Folder,
  private: Lock,
  keys: Keyboard,
  network: Network,
  privacy: Shield,
  about: Info,
};

export interface SettingsNavigationProps {
  readonly current: SettingsSection;
  readonly onChoose: (section: SettingsSection) => void;
}

/** The section that a key of the navigation leads to; null for other keys. */
function sectionByKey(key: string, current: SettingsSection): SettingsSection | null {
  const at = SETTINGS_SECTIONS.indexOf(current);
  const last = SETTINGS_SECTIONS.length - 1;
  const places: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, last),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: last,
  };
  const place = places[key];
  return place === undefined ? null : (SETTINGS_SECTIONS[place] ?? null);
}

/** The sections in groups. One Tab stop: arrows, Home and End move between the sections. */
export function SettingsNavigation({ current, onChoose }: SettingsNavigationProps) {
  const items = useRef(new Map<SettingsSection, HTMLButtonElement>());
  const keyPressed = (event: KeyboardEvent): void => {
    const next = sectionByKey(event.key, current);
    if (next === null) return;
    event.preventDefault();
    onChoose(next);
    items.current.get(next)?.focus();
  };
  return (
    <nav aria-label={texts.sectionList} className="settings-sections">
      {SECTION_GROUPS.map(({ group, sections }) => (
        <div key={group} className="settings-section-group">
          {texts.groups[group] !== '' && (
            <p aria-hidden className="eyebrow">
              {texts.groups[group]}
            </p>
          )}
          <ul aria-label={texts.groups[group] === '' ? undefined : texts.groups[group]}>
            {sections.map((section) => {
              const Icon = ICONS[section];
              return (
                <li key={section}>
                  <button
                    ref={(element) => {
                      if (element !== null) items.current.set(section, element);
                    }}
                    type="button"
                    className="settings-section"
                    aria-current={section === current ? 'page' : undefined}
                    tabIndex={section === current ? 0 : -1}
                    onClick={() => onChoose(section)}
                    onKeyDown={keyPressed}
                  >
                    <Icon aria-hidden size={16} />
                    {texts.sections[section]}
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}
