import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { ReminderRules } from '#core/reminders/reminderRules.ts';
import { useFieldLanguage, useFirstDayOfWeek, useTimeFormat } from '../../kit/AppContext.tsx';
import { Switch } from '../../kit/widgets/Switch.tsx';
import { SettingRow, SettingsGroup } from '../SettingsGroup.tsx';
import { useSettings } from '../../kit/useSettings.ts';
import { weekdayChoices } from './weekdayChoices.ts';
import { texts } from '../texts.ts';

type Hours = NonNullable<ReminderRules['quietHours']>;

const NIGHT: Hours = { from: '22:00', to: '07:00' };

interface TimeProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A time of day; incomplete while it is typed. */
function Time({ label, value, onChange }: TimeProps) {
  const language = useFieldLanguage();
  return (
    <input
      type="time"
      lang={language}
      className="input quiet-time"
      aria-label={label}
      defaultValue={value}
      required
      onBlur={(event) => {
        if (event.target.value === '') event.target.value = value;
      }}
      onChange={(event) => event.target.value !== '' && onChange(event.target.value)}
    />
  );
}

function hoursHint(hours: Hours | null): string {
  if (hours !== null && hours.from === hours.to) return texts.quietNever;
  return hours !== null && hours.to < hours.from ? texts.quietOverMidnight : texts.quietHint;
}

/** When nothing is announced. */
export function QuietSettings() {
  const { settings, change } = useSettings();
  const { quietHours, quietDays } = settings.reminders;
  const onChange = (wanted: Partial<ReminderRules>): void =>
    change({ reminders: { ...settings.reminders, ...wanted } });
  const { locale } = useTimeFormat();
  const firstDay = useFirstDayOfWeek();
  return (
    <SettingsGroup>
      <SettingRow label={texts.quietHours} hint={hoursHint(quietHours)}>
        <div className="quiet-hours">
          {quietHours !== null && (
            <>
              <Time
                label={texts.quietFrom}
                value={quietHours.from}
                onChange={(from) => onChange({ quietHours: { ...quietHours, from } })}
              />
              <span aria-hidden>–</span>
              <Time
                label={texts.quietUntil}
                value={quietHours.to}
                onChange={(to) => onChange({ quietHours: { ...quietHours, to } })}
              />
            </>
          )}
          <Switch
            aria-label={texts.quietHours}
            isSelected={quietHours !== null}
            onChange={(isOn) => onChange({ quietHours: isOn ? NIGHT : null })}
          />
        </div>
      </SettingRow>
      <SettingRow label={texts.quietDays} hint={texts.quietDaysHint}>
        <ToggleButtonGroup
          className="days-toggle"
          aria-label={texts.quietDays}
          selectionMode="multiple"
          selectedKeys={quietDays.map(String)}
          onSelectionChange={(keys) => onChange({ quietDays: [...keys].map(Number) })}
        >
          {weekdayChoices(locale, firstDay).map(({ day, short, long }) => (
            // The accessible name contains the visible text, for voice control.
            <ToggleButton key={day} id={String(day)} aria-label={`${short}, ${long}`} className="day-toggle">
              {short}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </SettingRow>
    </SettingsGroup>
  );
}
