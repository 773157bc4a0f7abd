import { useLayoutEffect } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { isCountable } from '#core/floatingClock/clockMeeting.ts';
import { useApi, useNow } from '../kit/AppContext.tsx';
import { useMeeting } from './useMeeting.ts';
import { isAnswerable, useInvitation } from './useInvitation.ts';
import { texts } from './texts.ts';

const { invitation: words } = texts;
const REPLIES = ['yes', 'maybe', 'no'] as const;

/** A row's menu that is open. */
export interface OpenMenu {
  readonly occurrence: Occurrence;
  /** The button that opened it. */
  readonly button: HTMLElement;
  /** Opened by a key: the first item has the focus. */
  readonly isByKey: boolean;
}

/** The menu of a meeting's row. There is one for all rows, so that a row costs little. */
export function RowMenu({
  occurrence,
  button,
  isByKey,
  onClose,
}: OpenMenu & { readonly onClose: () => void }) {
  const { openNote, skip } = useMeeting();
  const answer = useInvitation();
  const api = useApi();
  const canCount = useNow((now) => isCountable(occurrence, now));
  const { title, skipped, isRecurring } = occurrence;
  // Before the menu takes the focus: the row keeps its buttons while it is open.
  useLayoutEffect(() => {
    button.setAttribute('aria-expanded', 'true');
    return () => button.removeAttribute('aria-expanded');
  }, [button]);
  return (
    <Popover
      className="popover"
      placement="bottom end"
      triggerRef={{ current: button }}
      // With its own name the popover would be a dialog, and take the focus from its menu.
      trigger="MenuTrigger"
      isOpen
      onOpenChange={onClose}
    >
      <Menu
        className="list-box"
        aria-label={texts.more(title)}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu takes the focus
        autoFocus={isByKey ? 'first' : true}
        onClose={onClose}
      >
        {isAnswerable(occurrence) &&
          REPLIES.map((reply) => (
            <MenuItem key={reply} className="list-box-item" onAction={() => answer(occurrence, reply, 'one')}>
              {isRecurring ? words.giveThis[reply] : words.give[reply]}
            </MenuItem>
          ))}
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
        {canCount && (
          <MenuItem
            className="list-box-item"
            onAction={() => api.invokeAndReport('clock:show', occurrence.key)}
          >
            {texts.showClock}
          </MenuItem>
        )}
      </Menu>
    </Popover>
  );
}
