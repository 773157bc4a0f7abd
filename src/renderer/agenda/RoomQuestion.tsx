import { Video } from 'lucide-react';
import { Button } from '../kit/widgets/Button.tsx';
import { roomName, roomsToChoose } from '#core/agenda/openRooms.ts';
import { AnswerSummary } from './AnswerSummary.tsx';
import { useAnswer } from './useAnswer.ts';
import { useMeeting } from './useMeeting.ts';
import type { QuestionProps } from './WeekQuestion.tsx';
import { texts } from './texts.ts';

/** Asks which of several rooms to use, or shows the answer. An answer applies to the whole series. */
export function RoomQuestion({ occurrence, isTitled }: QuestionProps) {
  const { chooseRoom } = useAnswer();
  const { join } = useMeeting();
  const rooms = roomsToChoose(occurrence);
  const [first] = rooms;
  if (first === undefined) return null;
  if (occurrence.roomChosenAt !== null)
    return (
      <section className="question" aria-label={texts.whichRoom}>
        <AnswerSummary
          at={occurrence.roomChosenAt}
          onTakeBack={() => chooseRoom(occurrence, null, first.url)}
        >
          {texts.roomChosen(roomName(first, rooms), occurrence.isRecurring)}
        </AnswerSummary>
      </section>
    );
  return (
    <section className="question" aria-label={texts.whichRoom}>
      <p>
        {isTitled && <strong>{texts.card.whichRoom} </strong>}
        {texts.whichOfRooms(rooms.length, occurrence.isRecurring)}
      </p>
      <ul className="room-choices">
        {rooms.map((link) => {
          const name = roomName(link, rooms);
          return (
            <li key={link.url}>
              <span className="room-choice-name">
                {name}
                {link.feedNames !== undefined && (
                  <span className="quiet">{texts.inFeeds(link.feedNames)}</span>
                )}
              </span>
              <Button
                size="small"
                aria-label={texts.alwaysUseRoom(name)}
                onPress={() => chooseRoom(occurrence, link.url, null)}
              >
                {texts.alwaysUse}
              </Button>
              <Button
                look="quiet"
                size="icon"
                aria-label={texts.joinNow(name)}
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
