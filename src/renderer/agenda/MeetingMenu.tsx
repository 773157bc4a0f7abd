import { Ellipsis } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { useMeeting } from './useMeeting.ts';
import { texts } from './texts.ts';

/** The menu of a meeting's row. */
export function MeetingMenu({ occurrence }: { readonly occurrence: Occurrence }) {
  const { openNote, skip } = useMeeting();
  const { title, skipped, isRecurring } = occurrence;
  return (
    <MenuTrigger>
      <Button look="quiet" size="icon" aria-label={texts.more(title)}>
        <Ellipsis aria-hidden size={16} />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="list-box">
          {skipped === null ? (
            <>
              <MenuItem className="list-box-item" onAction={() => skip(occurrence, 'one')}>
                {texts.skipThis}
              </MenuItem>
              {isRecurring && (
                <MenuItem className="list-box-item" onAction={() => skip(occurrence, 'series')}>
                  {texts.skipAll}
                </MenuItem>
              )}
            </>
          ) : (
            <MenuItem className="list-box-item" onAction={() => skip(occurrence, null)}>
              {skipped.scope === 'one' ? texts.unskipIt : texts.unskipSeries}
            </MenuItem>
          )}
          <MenuItem className="list-box-item" onAction={() => openNote(occurrence)}>
            {texts.writeNote}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
