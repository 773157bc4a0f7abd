import { useId, useState } from 'react';
import { isFollowable } from '#core/directory/directoryEntry.ts';
import type { ListedCommunity } from '#core/directory/directoryView.ts';
import { useCommunity } from '../communities/directory/useDirectory.ts';
import { Badge } from '../kit/widgets/Badge.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { texts } from './texts.ts';
import { wayToFollow, type WelcomeCommunities } from './useWelcomeCommunities.ts';

interface CalendarsProps {
  readonly row: ListedCommunity;
  readonly communities: WelcomeCommunities;
}

/** All calendars of a community, each to be chosen for itself. */
function Calendars({ row, communities }: CalendarsProps) {
  const read = useCommunity(row.id);
  if (read === null) return <p className="quiet">{texts.checking}</p>;
  if (!read.ok) return <ProblemBox problem={read.problem} />;
  const view = read.value;
  return (
    <ul className="welcome-calendars" aria-label={texts.calendarsOf(row.name)}>
      {view.entry.calendars.filter(isFollowable).map(({ address, covers }) => {
        const isFollowed = view.feedIds[address] !== undefined;
        return (
          <li key={address}>
            <label className="check-row welcome-calendar">
              <input
                type="checkbox"
                checked={isFollowed || communities.isCalendarChosen(row, address)}
                disabled={isFollowed}
                onChange={(event) => communities.chooseCalendar(row, address, event.target.checked)}
              />
              <span>{covers}</span>
              {isFollowed && <Badge tone="accent">{texts.alreadyFollowed}</Badge>}
            </label>
          </li>
        );
      })}
    </ul>
  );
}

/** What following it with one press does. */
function hintOf(row: ListedCommunity): string {
  const { about, isFollowed, mainCount, calendarCount, datedCount } = row;
  if (isFollowed) return about;
  const way = wayToFollow(row);
  if (way === 'whole') return `${about} ${texts.calendarsLater(mainCount)}`;
  if (way === 'stated') return `${about} ${texts.statedOnly(datedCount)}`;
  return `${about} ${calendarCount > 0 ? texts.chooseCalendars(calendarCount) : texts.onlyPages}`;
}

export interface CommunityChoiceProps {
  readonly row: ListedCommunity;
  readonly communities: WelcomeCommunities;
}

/** A community of the directory: chosen as a whole, or by its calendars where it has many. */
export function CommunityChoice({ row, communities }: CommunityChoiceProps) {
  const { name, isFollowed, calendarCount, mainCount } = row;
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  const canChooseWhole = wayToFollow(row) !== null;
  return (
    <li>
      <label className="check-row welcome-group">
        <input
          type="checkbox"
          checked={communities.isChosen(row)}
          disabled={isFollowed || (!canChooseWhole && !communities.isChosen(row))}
          onChange={(event) => communities.choose(row, event.target.checked)}
        />
        <span className="welcome-group-text">
          <span className="welcome-group-name">{name}</span>
          <span className="welcome-group-when">{hintOf(row)}</span>
        </span>
        {isFollowed ? (
          <Badge tone="accent">{texts.alreadyFollowed}</Badge>
        ) : (
          communities.isNamed(row) && <Badge tone="accent">{texts.namedFirst}</Badge>
        )}
      </label>
      {calendarCount > mainCount && (
        <button
          type="button"
          className="text-button welcome-more"
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? texts.hideCalendars : texts.showAll(calendarCount)}
        </button>
      )}
      <div id={listId}>{isOpen && <Calendars row={row} communities={communities} />}</div>
    </li>
  );
}
