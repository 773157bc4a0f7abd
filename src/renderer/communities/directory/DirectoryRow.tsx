import { useEffect, useId, useRef } from 'react';
import type { ListedCommunity } from '#core/directory/directoryView.ts';
import { Badge } from '../../kit/widgets/Badge.tsx';
import { texts } from './texts.ts';

export interface DirectoryRowProps {
  readonly row: ListedCommunity;
  readonly isOpen: boolean;
  /** It was asked for elsewhere: it gets the focus. */
  readonly isAsked: boolean;
  readonly onOpen: () => void;
}

/** A community of the directory: what it is, and what is known of it. A press opens its details. */
export function DirectoryRow({ row, isOpen, isAsked, onOpen }: DirectoryRowProps) {
  const { name, about, calendarCount, meetingCount, isFollowed, isArchived } = row;
  const factsId = useId();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsked) button.current?.focus();
  }, [isAsked]);
  const facts = [
    texts.calendars(calendarCount),
    ...(calendarCount === 0 && meetingCount > 0 ? [texts.meetings(meetingCount)] : []),
  ];
  return (
    <li className="group-row directory-row" data-open={isOpen || undefined}>
      <span className="hue-square" data-empty={!isFollowed || undefined} aria-hidden />
      <span className="directory-name">
        <button
          ref={button}
          type="button"
          className="group-open"
          aria-describedby={factsId}
          aria-current={isOpen}
          onClick={onOpen}
        >
          {name}
        </button>
        <span className="directory-about">{about}</span>
      </span>
      <span id={factsId} className="directory-facts">
        {isArchived && <Badge tone="warn">{texts.archived}</Badge>}
        {isFollowed ? <Badge tone="accent">{texts.followed}</Badge> : <span>{facts.join(' · ')}</span>}
      </span>
    </li>
  );
}
