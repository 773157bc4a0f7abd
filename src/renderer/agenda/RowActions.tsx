import { Ellipsis, NotebookPen, Video } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { shortServiceName } from '#core/format/shortServiceName.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import type { OpenMenu } from './RowMenu.tsx';
import { useMeeting } from './useMeeting.ts';
import { texts } from './texts.ts';

interface RowButtonProps {
  readonly label: string;
  readonly hasMenu?: true;
  readonly onPress: (button: HTMLElement, isByKey: boolean) => void;
  readonly children: ReactNode;
}

/** An icon of a row. The browser's own button: one of ours costs a row of a long list too much. */
const RowButton = ({ label, hasMenu, onPress, children }: RowButtonProps) => (
  <button
    type="button"
    className="button button-quiet button-icon row-button"
    // Arrow keys lead here; Tab leaves the list.
    tabIndex={-1}
    aria-label={label}
    aria-haspopup={hasMenu && 'menu'}
    data-letters
    onClick={({ currentTarget }) => onPress(currentTarget, false)}
    // React Aria takes a click by key for one of a screen reader, and would not focus the first item of the menu.
    onKeyDown={(event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onPress(event.currentTarget, true);
    }}
  >
    {children}
  </button>
);

function MeetingButtons({ occurrence, isJoinable }: { occurrence: Occurrence; isJoinable: boolean }) {
  const { join, openNote } = useMeeting();
  const link = occurrence.joinLinks[0];
  return (
    <>
      {link && isJoinable && (
        <RowButton label={texts.joinOn(occurrence.title, link.serviceName)} onPress={() => join(occurrence)}>
          <Video aria-hidden size={16} />
        </RowButton>
      )}
      <RowButton label={texts.writeNoteAbout(occurrence.title)} onPress={() => openNote(occurrence)}>
        <NotebookPen aria-hidden size={16} />
      </RowButton>
    </>
  );
}

/** Letters of a service's name that fit into its place. A longer one is clipped, which is dear to paint. */
const LONGEST_SERVICE = 8;

/** Which buttons of a row are there; they are added under the pointer and with the focus. */
export type ShownActions = 'none' | 'menu' | 'all';

export interface RowActionsProps {
  readonly occurrence: Occurrence;
  readonly isJoinable: boolean;
  readonly shown: ShownActions;
  readonly onMenu: (menu: OpenMenu) => void;
}

/** The service of the room. Its place is there in each row: the buttons come in the same one. */
export function RowService({ occurrence, isJoinable }: Pick<RowActionsProps, 'occurrence' | 'isJoinable'>) {
  const link = occurrence.joinLinks[0];
  if (!link || !isJoinable) return <span className="row-service" />;
  const name = shortServiceName(link.serviceName);
  return (
    <span
      className="row-service"
      data-named
      data-cut={name.length > LONGEST_SERVICE || undefined}
      aria-hidden
    >
      {name}
    </span>
  );
}

/** What can be done with the meeting. Memoised: the list renders in each frame while it moves. */
export const RowActions = memo(function RowActions({
  occurrence,
  isJoinable,
  shown,
  onMenu,
}: RowActionsProps) {
  return (
    <>
      {shown === 'all' && <MeetingButtons occurrence={occurrence} isJoinable={isJoinable} />}
      {shown !== 'none' && occurrence.status !== 'cancelled' && (
        <RowButton
          label={texts.more(occurrence.title)}
          hasMenu
          onPress={(button, isByKey) => onMenu({ occurrence, button, isByKey })}
        >
          <Ellipsis aria-hidden size={16} />
        </RowButton>
      )}
    </>
  );
});
