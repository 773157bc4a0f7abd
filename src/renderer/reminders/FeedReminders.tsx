import { feedOverrideKey } from '#core/keys.ts';
import { useState } from 'react';
import type { FeedStatus } from '#core/feeds/feed.ts';
import { type ReminderLead } from '#core/reminders/reminderRules.ts';
import { useApp } from '../kit/AppContext.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { leadSentence } from './leadSentence.ts';
import { ScopeReminders } from './ScopeReminders.tsx';
import { useChooseReminders } from './useChooseReminders.ts';
import { texts } from './texts.ts';

const words = (chosen: readonly ReminderLead[] | null): string => {
  if (chosen === null) return texts.default;
  return chosen.length === 0 ? texts.none : leadSentence(chosen);
};

export interface FeedRemindersProps extends Pick<FeedStatus, 'feed'> {
  /** As the user calls it. */
  readonly name: string;
}

/** The reminders of a feed; a press opens the choice. */
export function FeedReminders({ feed, name }: FeedRemindersProps) {
  const choose = useChooseReminders();
  const [isOpen, open] = useState(false);
  const rules = useApp((state) => state.settings?.reminders ?? null);
  if (rules === null) return null;
  const chosen = rules.overrides[feedOverrideKey(feed.id)] ?? null;
  return (
    <>
      <button
        type="button"
        className="feed-reminders"
        aria-label={texts.feedReminders(words(chosen), name)}
        onClick={() => open(true)}
      >
        {words(chosen)}
      </button>
      <Dialog title={texts.reminders} isOpen={isOpen} onClose={() => open(false)}>
        <ScopeReminders
          label={name}
          chosen={chosen}
          present={chosen ?? rules.leads}
          onChange={choose({ scope: 'feed', of: feed.id, name: feed.name }, chosen)}
        />
        <p className="quiet">{texts.feedRemindersHint}</p>
      </Dialog>
    </>
  );
}
