import { CalendarDays, Check, Users, type LucideIcon } from 'lucide-react';
import type { Wants } from './welcomeSteps.ts';
import { texts } from './texts.ts';

interface ChoiceProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly hint: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

const Choice = ({ icon: Icon, name, hint, isOn, onChange }: ChoiceProps) => (
  <label className="welcome-choice">
    <input
      type="checkbox"
      className="welcome-choice-box"
      checked={isOn}
      onChange={(event) => onChange(event.target.checked)}
    />
    <Icon aria-hidden size={24} strokeWidth={1.75} className="welcome-choice-icon" />
    <span className="welcome-choice-name">{name}</span>
    <span className="welcome-choice-hint">{hint}</span>
    <span className="welcome-choice-mark" aria-hidden>
      {isOn && <Check size={12} strokeWidth={3} />}
    </span>
  </label>
);

export interface WhatDoYouJoinProps {
  readonly wants: Wants;
  readonly onChange: (wants: Wants) => void;
}

/** The first step: a calendar of one's own, open-source meetings, or both. */
export const WhatDoYouJoin = ({ wants, onChange }: WhatDoYouJoinProps) => (
  <>
    <fieldset className="welcome-choices">
      <legend className="visually-hidden">{texts.whatDoYouJoin}</legend>
      <Choice
        icon={CalendarDays}
        name={texts.myCalendar}
        hint={texts.myCalendarHint}
        isOn={wants.calendar}
        onChange={(calendar) => onChange({ ...wants, calendar })}
      />
      <Choice
        icon={Users}
        name={texts.openSource}
        hint={texts.openSourceHint}
        isOn={wants.groups}
        onChange={(groups) => onChange({ ...wants, groups })}
      />
    </fieldset>
    <p className="welcome-promise">{texts.noAccount}</p>
  </>
);
