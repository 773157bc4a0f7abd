import { AppWindow, Bell, Video, type LucideIcon } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { startOf } from '#core/agenda/agenda.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { MeetingStory as Story, StoryReminder } from '#core/reminders/meetingStory.ts';
import { Part } from '../kit/widgets/Part.tsx';
import { useApi, useAppStore, useTimeFormat } from '../kit/AppContext.tsx';
import { happenedWords } from '#core/reminders/happenedWords.ts';
import { comingWords, storyTime } from './storyWords.ts';
import { useNotAnnounced } from './useNotAnnounced.ts';
import { texts } from './texts.ts';

/** Main's reply, requested again after each change of the ledger, the agenda or the settings. */
function useStory(key: string): Story | null {
  const api = useApi();
  const store = useAppStore();
  const [story, setStory] = useState<Story | null>(null);
  useEffect(() => {
    let isUnmounted = false;
    const look = async (): Promise<void> => {
      const answer = await api.invoke('reminders:story', key);
      if (answer.ok && !isUnmounted) setStory(answer.value);
    };
    void look();
    const stop = api.on('reminders:happened', () => void look());
    const stopWatching = store.subscribe((state, before) => {
      if (state.agenda !== before.agenda || state.settings !== before.settings) void look();
    });
    return () => {
      isUnmounted = true;
      stop();
      stopWatching();
    };
  }, [api, key, store]);
  return story;
}

const ICONS: Readonly<Record<StoryReminder['kind'], LucideIcon>> = {
  notice: Bell,
  alert: AppWindow,
  autoJoin: Video,
};

export interface MeetingStoryProps {
  readonly occurrence: Occurrence;
  /** Beside the heading of what will happen. */
  readonly aside: ReactNode;
  /** Below what will happen. */
  readonly children: ReactNode;
}

/** What happened to a meeting so far (from the ledger), and what will happen (from the plan). */
export function MeetingStory({ occurrence, aside, children }: MeetingStoryProps) {
  const format = useTimeFormat();
  const story = useStory(occurrence.key);
  const notAnnounced = useNotAnnounced();
  if (story === null) return null;
  const { happened, coming, silence } = story;
  const start = startOf(occurrence, format.zone);
  const isOver = silence === 'over' && happened.length > 0;
  return (
    <>
      {happened.length > 0 && (
        <Part title={texts.whatHappened}>
          <ul className="story-lines" aria-label={texts.whatHappened}>
            {happened.map((event) => (
              <li key={`${event.at} ${event.kind} ${event.what} ${event.number}`}>
                <time>{storyTime(event.at, start, format)}</time> {happenedWords(event, format)}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {!isOver && (
        <Part title={silence === 'over' ? texts.whatHappened : texts.whatWillHappen} aside={aside}>
          {coming.length > 0 && (
            <ul className="story-lines" aria-label={texts.whatWillHappen}>
              {coming.map((reminder) => {
                const Icon = ICONS[reminder.kind];
                return (
                  <li key={`${reminder.at} ${reminder.kind}`}>
                    <time>{storyTime(reminder.at, start, format)}</time> <Icon aria-hidden size={14} />
                    {comingWords(reminder, format)}
                    {occurrence.isWeekUnknown && texts.asMaybe}
                  </li>
                );
              })}
            </ul>
          )}
          {silence !== null && (
            <p className="quiet">
              {silence === 'rule' || silence === 'calendar' || silence === 'paused'
                ? notAnnounced(occurrence.silencedBy)
                : texts.silence[silence]}
            </p>
          )}
          {children}
        </Part>
      )}
    </>
  );
}
