import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { startOf } from '#core/agenda/agenda.ts';
import { clockTime, shortDayFrom } from '#core/format/formatTime.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { DAY } from '#base';
import { useAppStore, useNow, useTimeFormat } from '../../kit/AppContext.tsx';
import { useHueFor } from '../../kit/useHueFor.ts';
import { Announced } from '../../kit/widgets/Announced.tsx';
import { Dialog } from '../../kit/widgets/Dialog.tsx';
import { SearchBox } from '../../kit/widgets/SearchBox.tsx';
import { hasNoteOf } from '../../store/notesSlice.ts';
import { texts as noteTexts } from '../texts.ts';
import type { AttachTo } from './useManage.ts';
import { useMeetingsFound } from './useMeetingsFound.ts';
import { texts } from './texts.ts';

export interface MeetingPickerProps {
  /** Title of the note or transcript. */
  readonly title: string;
  /** Meetings with a note cannot be chosen: a meeting has one. */
  readonly isForNote: boolean;
  readonly onChoose: (meeting: AttachTo) => void;
  readonly onClose: () => void;
}

const first = (): HTMLElement | null => document.querySelector('.meeting-picker [role="option"]');

/** Finds a meeting by its title or date, also a past one, to attach a note or transcript to it. */
export function MeetingPicker({ title, isForNote, onChoose, onClose }: MeetingPickerProps) {
  const [words, setWords] = useState('');
  const found = useMeetingsFound(words.trim());
  const format = useTimeFormat();
  const today = useNow((now) => now - (now % DAY));
  const store = useAppStore();
  const hueOf = useHueFor();
  const isTaken = (meeting: Occurrence): boolean => isForNote && hasNoteOf(meeting)(store.getState());
  const dayOf = (meeting: Occurrence): string => {
    const start = startOf(meeting, format.zone);
    const day = shortDayFrom(start, today, format);
    return meeting.time.kind === 'allDay' ? day : `${day}, ${clockTime(start, format)}`;
  };
  const choose = (key: string): void => {
    const meeting = found?.find((one) => one.key === key);
    if (meeting === undefined || isTaken(meeting)) return;
    onClose();
    onChoose({ key, title: `${meeting.title}, ${dayOf(meeting)}` });
  };
  return (
    <Dialog title={texts.attachTitle(title)} isOpen onClose={onClose}>
      <div className="meeting-picker">
        <SearchBox
          id="meeting-picker"
          label={texts.findMeeting}
          value={words}
          onChange={setWords}
          firstResult={first}
          isFocused
          onOpenFirst={() => {
            const one = found?.find((meeting) => !isTaken(meeting));
            if (one !== undefined && words.trim() !== '') choose(one.key);
          }}
        />
        <Announced words={found === null ? '' : noteTexts.results(found.length)} />
        {found !== null && found.length === 0 && (
          <div className="meeting-picker-none">
            <p>{texts.noMeeting}</p>
            <p className="quiet">{texts.noMeetingHint}</p>
          </div>
        )}
        {found !== null && found.length > 0 && (
          <ListBox
            aria-label={words.trim() === '' ? texts.recentMeetings : texts.meetings}
            className="list-box meeting-picker-list"
            items={found.slice(0, 100)}
            dependencies={[words]}
            disabledKeys={found.filter(isTaken).map(({ key }) => key)}
            onAction={(key) => choose(String(key))}
          >
            {(meeting) => (
              <ListBoxItem
                id={meeting.key}
                textValue={`${meeting.title}, ${dayOf(meeting)}`}
                className="list-box-item meeting-picker-item"
              >
                <span aria-hidden className={`note-item-hue c-${hueOf(meeting)}`} />
                <span className="meeting-picker-title" dir="auto">
                  {meeting.title}
                </span>
                <span className="quiet">{isTaken(meeting) ? texts.hasNote : dayOf(meeting)}</span>
              </ListBoxItem>
            )}
          </ListBox>
        )}
      </div>
    </Dialog>
  );
}
