import { Plus, X } from 'lucide-react';
import type { ReminderLead } from '#core/reminders/reminderRules.ts';
import { useApp } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { Choice } from '../kit/widgets/Choice.tsx';
import { SegmentedChoice } from '../kit/widgets/SegmentedChoice.tsx';
import { leadWords } from './leads.ts';
import { LeadMinutes } from './LeadMinutes.tsx';
import { texts } from './texts.ts';

const KINDS = [
  { value: 'notice', label: texts.notification },
  { value: 'alert', label: texts.alertWindow },
  { value: 'autoJoin', label: texts.autoJoin },
] as const;

const LOUDNESS = [
  { id: 'quiet', label: texts.quiet },
  { id: 'normal', label: texts.normal },
  { id: 'urgent', label: texts.urgent },
] as const;

/** What “urgent” can do on this platform. */
function urgentWords(platform: string | undefined): string {
  if (platform === 'linux' || platform === 'win32') return texts.urgentHints[platform];
  return texts.urgentHints.darwin;
}

export interface LeadsEditorProps {
  readonly leads: readonly ReminderLead[];
  /** @param removed the one that was removed, if any */
  readonly onChange: (leads: readonly ReminderLead[], removed?: ReminderLead) => void;
}

/** A lead that is not in the list yet, for “add”. */
export const freeLead = (leads: readonly ReminderLead[]): ReminderLead | null => {
  const taken = new Set(leads.map(({ minutes }) => minutes));
  const minutes = [10, 5, 1, 0, 30, 15, 2, 20, 60].find((one) => !taken.has(one));
  return minutes === undefined ? null : { minutes, kind: 'notice' };
};

/** Edits any number of reminders, each a notification, the alert window or an automatic join. */
export function LeadsEditor({ leads, onChange }: LeadsEditorProps) {
  const platform = useApp((state) => state.info?.platform);
  const free = freeLead(leads);
  const taken = new Set(leads.map(({ minutes }) => minutes));
  return (
    <div className="leads">
      <ul className="leads-list">
        {leads.map((lead, index) => {
          const put = (change: Partial<ReminderLead>): void =>
            onChange(leads.with(index, { ...lead, ...change }));
          return (
            <li key={lead.minutes} className="leads-row">
              <LeadMinutes
                label={texts.reminder(index + 1)}
                value={lead.minutes}
                taken={taken}
                onChange={(minutes) => put({ minutes })}
              />
              <SegmentedChoice
                label={texts.kindOf(index + 1)}
                value={lead.kind}
                options={KINDS}
                onChange={(kind) => put({ kind })}
              />
              <span className="leads-loudness">
                <Choice
                  label={texts.loudnessOf(index + 1)}
                  value={lead.loudness ?? 'normal'}
                  options={LOUDNESS}
                  onChange={(loudness) => put({ loudness })}
                />
              </span>
              <Button
                look="quiet"
                size="icon"
                aria-label={texts.removeReminder(leadWords(lead.minutes))}
                onPress={() => onChange(leads.toSpliced(index, 1), lead)}
              >
                <X aria-hidden size={16} />
              </Button>
            </li>
          );
        })}
      </ul>
      {leads.some(({ kind }) => kind === 'autoJoin') && <p className="quiet">{texts.autoJoinHint}</p>}
      {leads.some((lead) => lead.loudness === 'urgent') && <p className="quiet">{urgentWords(platform)}</p>}
      {free !== null && leads.length < 10 && (
        <Button size="small" onPress={() => onChange([...leads, free])}>
          <Plus aria-hidden size={14} />
          {texts.addReminder}
        </Button>
      )}
    </div>
  );
}
