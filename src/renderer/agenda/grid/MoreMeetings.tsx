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
}

/** Counts the meetings for which there is no room, and lists them when pressed. */
export function MoreMeetings({ id, occurrences, when, format, isStop, onOpen }: MoreMeetingsProps) {
  return (
    <MenuTrigger>
      <Button
        className="grid-more"
        {...{ [ITEM]: id }}
        aria-label={texts.moreAt(occurrences.length, when)}
        excludeFromTabOrder={!isStop}
      >
        {texts.more(occurrences.length)}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="list-box" items={occurrences} onAction={(key) => onOpen(String(key))}>
          {(occurrence) => (
            <MenuItem id={occurrence.key} textValue={occurrence.title} className="list-box-item">
              {occurrence.title}
              <span className="quiet">{timeRange(occurrence, format)}</span>
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
