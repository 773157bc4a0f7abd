import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { timeRange, type TimeFormat } from '#core/format/formatTime.ts';
import { ITEM } from './showNow.ts';
import { texts } from './texts.ts';

export interface MoreMeetingsProps {
  readonly id: string;
  readonly occurrences: readonly Occurrence[];
  /** `17:00`, or a day: where they are, for screen readers. */
  readonly when: string;
  readonly format: TimeFormat;
  readonly isStop: boolean;
  readonly onOpen: (key: string) => void;
  /** Shows the day, where the rest of a long list is. */
  readonly onShowDay: () => void;
}

/** Longer lists are not read but looked through, in the day. */
const MOST_LISTED = 50;
const REST = 'rest';

/** Counts the meetings for which there is no room, and lists them when pressed. */
export function MoreMeetings({
  id,
  occurrences,
  when,
  format,
  isStop,
  onOpen,
  onShowDay,
}: MoreMeetingsProps) {
  const rest = occurrences.length - MOST_LISTED;
  return (
    <MenuTrigger>
      <Button
        className="grid-more"
        {...{ [ITEM]: id }}
        data-letters
        aria-label={texts.moreAt(occurrences.length, when)}
        excludeFromTabOrder={!isStop}
      >
        {texts.more(occurrences.length)}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="list-box grid-more-list"
          onAction={(key) => (key === REST ? onShowDay() : onOpen(String(key)))}
        >
          {occurrences.slice(0, MOST_LISTED).map((occurrence) => (
            <MenuItem
              key={occurrence.key}
              id={occurrence.key}
              textValue={occurrence.title}
              className="list-box-item"
            >
              <span className="grid-more-title" dir="auto">
                {occurrence.title}
              </span>
              <span className="quiet">{timeRange(occurrence, format)}</span>
            </MenuItem>
          ))}
          {rest > 0 && (
            <MenuItem id={REST} className="list-box-item">
              {texts.andMore(rest)}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
