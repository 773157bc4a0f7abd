import { Check, CircleHelp, X, type LucideIcon } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { GivenReply } from '#core/agenda/attendance.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { useApp } from '../../kit/AppContext.tsx';
import { Button } from '../../kit/widgets/Button.tsx';
import { isAnswerable, useInvitation } from '../useInvitation.ts';
import { texts } from '../texts.ts';

const { invitation: words } = texts;

const REPLIES: readonly { readonly reply: GivenReply; readonly Icon: LucideIcon }[] = [
  { reply: 'yes', Icon: Check },
  { reply: 'maybe', Icon: CircleHelp },
  { reply: 'no', Icon: X },
];

interface ReplyButtonProps {
  readonly occurrence: Occurrence;
  readonly reply: GivenReply;
  readonly Icon: LucideIcon;
  readonly isGiven: boolean;
}

/** One answer. Of a recurring meeting it asks whether this date or all are meant. */
function ReplyButton({ occurrence, reply, Icon, isGiven }: ReplyButtonProps) {
  const answer = useInvitation();
  const content = (
    <>
      <Icon aria-hidden size={14} />
      {isGiven ? words.given[reply] : words.give[reply]}
    </>
  );
  if (!occurrence.isRecurring)
    return (
      <Button size="small" aria-pressed={isGiven} onPress={() => answer(occurrence, reply, 'one')}>
        {content}
      </Button>
    );
  return (
    <MenuTrigger>
      <Button size="small" aria-pressed={isGiven}>
        {content}
      </Button>
      <Popover className="popover">
        <Menu className="list-box" aria-label={words.give[reply]}>
          <MenuItem className="list-box-item" onAction={() => answer(occurrence, reply, 'one')}>
            {words.thisOne}
          </MenuItem>
          <MenuItem className="list-box-item" onAction={() => answer(occurrence, reply, 'series')}>
            {words.all}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** The answers to an invitation; nothing for other meetings. */
export function Invitation({ occurrence }: { readonly occurrence: Occurrence }) {
  const pending = useApp(({ replies }) => replies.get(occurrence.answerKey ?? '') ?? null);
  if (!isAnswerable(occurrence)) return null;
  const given = pending ?? occurrence.ownReply;
  return (
    <fieldset className="invitation" aria-label={words.label}>
      {REPLIES.map(({ reply, Icon }) => (
        <ReplyButton
          key={reply}
          occurrence={occurrence}
          reply={reply}
          Icon={Icon}
          isGiven={given === reply}
        />
      ))}
      <span className="quiet" aria-live="polite">
        {pending !== null && words.sending}
        {pending === null && given === 'none' && words.open}
      </span>
    </fieldset>
  );
}
