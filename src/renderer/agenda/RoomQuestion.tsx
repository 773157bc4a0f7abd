import { Video } from 'lucide-react';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { useApi } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { roomName, roomsToChoose } from '#core/agenda/openRooms.ts';
import { AnswerSummary } from './AnswerSummary.tsx';
import { useMeeting } from './useMeeting.ts';

/** Where a meeting names several rooms: the question, or what answered it. The answer holds for the whole series. */
export function RoomQuestion({ occurrence }: { readonly occurrence: Occurrence }) {
  const api = useApi();
  const { join } = useMeeting();
  const rooms = roomsToChoose(occurrence);
  const [first] = rooms;
  if (first === undefined) return null;
  if (occurrence.roomChosenAt !== null)
    return (
      <section className="question" aria-label="Which room?">
        <AnswerSummary
          at={occurrence.roomChosenAt}
          onTakeBack={() => api.invokeAndReport('rooms:choose', occurrence.key, null)}
        >
          You chose {roomName(first, rooms)}
          {occurrence.isRecurring && ' for every date'}
        </AnswerSummary>
      </section>
    );
  return (
    <section className="question" aria-label="Which room?">
      <p>
        It names {rooms.length} rooms. Which one do you use{occurrence.isRecurring && ' for every date'}?
      </p>
      <ul className="room-choices">
        {rooms.map((link) => {
          const name = roomName(link, rooms);
          return (
            <li key={link.url}>
              <span className="room-choice-name">
                {name}
                {link.feedNames !== undefined && (
                  <span className="quiet"> · in {link.feedNames.join(', ')}</span>
                )}
              </span>
              <Button
                size="small"
                aria-label={`Always use ${name}`}
                onPress={() => api.invokeAndReport('rooms:choose', occurrence.key, link.url)}
              >
                Always use
              </Button>
              <Button
                look="quiet"
                size="icon"
                aria-label={`Join ${name} now`}
                onPress={() => join(occurrence, link.url)}
              >
                <Video aria-hidden size={14} />
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
