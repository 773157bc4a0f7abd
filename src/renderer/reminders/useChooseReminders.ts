import type { ReminderLead, ReminderScope } from '#core/reminders/reminderRules.ts';
import { useApi, useAppStore } from '../kit/AppContext.tsx';
import { leadWords } from './leads.ts';
import { texts } from './texts.ts';

/** What reminders are chosen for: the key of an occurrence, or the id of a feed, and its name. */
interface Subject {
  readonly scope: ReminderScope;
  readonly of: string;
  readonly name: string;
}

type Chosen = readonly ReminderLead[] | null;

/** Stores reminders, and offers to undo what removes some. */
export function useChooseReminders(): (
  subject: Subject,
  before: Chosen,
) => (chosen: Chosen, removed?: ReminderLead) => void {
  const [api, store] = [useApi(), useAppStore()];
  return ({ scope, of, name }, before) => {
    const send = (leads: Chosen) =>
      api.invoke('reminders:choose', { scope, of }, leads === null ? null : [...leads]);
    const choose = async (chosen: Chosen, removed?: ReminderLead): Promise<void> => {
      const { undoOffered, problemReported } = store.getState();
      const answer = await send(chosen);
      if (!answer.ok) return problemReported(answer.problem);
      const takeBack = () => send(before);
      if (removed !== undefined) undoOffered({ ...texts.removed(leadWords(removed.minutes)), takeBack });
      else if (chosen?.length === 0) undoOffered({ ...texts.silenced(name), takeBack });
    };
    return (chosen, removed) => void choose(chosen, removed);
  };
}
