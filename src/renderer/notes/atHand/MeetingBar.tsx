import { CheckCheck, Clock3, NotebookText, Play, Share2, SquareCheck } from 'lucide-react';
import { Dialog, DialogTrigger, MenuItem, Popover } from 'react-aria-components';
import type { LineMark } from '#core/notes/markedLine.ts';
import { countdown } from '#core/format/timeUntil.ts';
import { MINUTE, SECOND } from '#base';
import { Keys } from '../../keys/Keys.tsx';
import { useApp, useNow } from '../../kit/AppContext.tsx';
import { Button } from '../../kit/widgets/Button.tsx';
import { AgendaPart } from './AgendaColumn.tsx';
import { countUp } from './clockWords.ts';
import type { RunningAgenda } from './useAgenda.ts';
import type { AtHand } from './useAtHand.ts';
import { MoreMenu } from '../../kit/widgets/MoreMenu.tsx';
import { texts } from './texts.ts';

/** `31:24 of 60 min`: the time since the start; before it, the time until then. */
function MeetingClock({ atHand: { start, end } }: { readonly atHand: AtHand }) {
  const seconds = useNow((now) => Math.floor((now - start) / SECOND));
  const minutes = texts.minutes(Math.round((end - start) / MINUTE));
  const isAhead = seconds < 0;
  const isOver = seconds * SECOND >= end - start && end > start;
  const digits = isAhead ? countdown(-seconds * SECOND) : countUp(seconds * SECOND);
  const after = isOver ? texts.overTime : texts.of(minutes);
  return (
    <p className="at-hand-clock" data-over={isOver || undefined}>
      <span className="at-hand-live" data-ahead={isAhead || undefined} aria-hidden />
      {isAhead ? (
        <span role="timer" aria-label={texts.startsIn(digits)}>
          {texts.startsIn(digits)}
        </span>
      ) : (
        <span role="timer" aria-label={texts.clock(digits, after)}>
          <strong>{digits}</strong> <span className="quiet">{after}</span>
        </span>
      )}
    </p>
  );
}

/** The line of the bar is the meeting's clock. */
function ProgressLine({ atHand: { start, end } }: { readonly atHand: AtHand }) {
  // In thousandths: finer steps are invisible, and each step renders again.
  const thousandths = useNow((now) =>
    end <= start ? 0 : Math.round(1000 * Math.min(1, Math.max(0, (now - start) / (end - start)))),
  );
  return (
    <span className="at-hand-line" aria-hidden>
      <span style={{ transform: `scaleX(${thousandths / 1000})` }} />
    </span>
  );
}

/** In a narrow window: the item that is on, and the agenda in a popover. */
function AgendaButton({ agenda }: { readonly agenda: RunningAgenda }) {
  const { current } = agenda.timing;
  if (agenda.timing.items.length === 0) return null;
  return (
    <DialogTrigger>
      <Button size="small" aria-label={texts.agenda}>
        <Play aria-hidden size={14} />
        <span className="at-hand-current">{current?.text ?? texts.agenda}</span>
        {current !== null && <span className="digits">{countUp(current.spent)}</span>}
      </Button>
      <Popover className="popover at-hand-popover">
        <Dialog aria-label={texts.agenda}>
          <AgendaPart agenda={agenda} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

export interface MeetingBarProps {
  readonly atHand: AtHand;
  readonly agenda: RunningAgenda;
  readonly onMark: (mark: LineMark) => void;
  readonly onStamp: () => void;
  readonly onShare: () => void;
}

/** Above the note of a running meeting: its clock, and what one writes during it. */
export function MeetingBar({ atHand, agenda, onMark, onStamp, onShare }: MeetingBarProps) {
  const showBrief = useApp((state) => state.briefShown);
  return (
    <section className="at-hand-bar" aria-label={texts.bar}>
      <MeetingClock atHand={atHand} />
      <div className="at-hand-agenda-button">
        <AgendaButton agenda={agenda} />
      </div>
      <div className="at-hand-marks">
        <Button
          size="small"
          aria-label={texts.decision}
          aria-keyshortcuts="Control+D"
          onPress={() => onMark('decision')}
        >
          <CheckCheck aria-hidden size={14} />
          <span className="at-hand-mark-words">{texts.decision}</span>
          <Keys chord="Mod+D" />
        </Button>
        <Button
          size="small"
          aria-label={texts.action}
          aria-keyshortcuts="Control+Shift+A"
          onPress={() => onMark('action')}
        >
          <SquareCheck aria-hidden size={14} />
          <span className="at-hand-mark-words">{texts.action}</span>
          <Keys chord="Mod+Shift+A" />
        </Button>
        <Button size="small" aria-label={texts.time} aria-keyshortcuts="F2" onPress={onStamp}>
          <Clock3 aria-hidden size={14} />
          <span className="at-hand-mark-words">{texts.time}</span>
        </Button>
        <MoreMenu label={texts.more}>
          <MenuItem className="list-box-item" onAction={onShare}>
            <Share2 aria-hidden size={14} />
            {texts.share}
          </MenuItem>
          <MenuItem className="list-box-item" onAction={() => showBrief(atHand.meeting.key)}>
            <NotebookText aria-hidden size={14} />
            {texts.brief}
          </MenuItem>
        </MoreMenu>
      </div>
      <ProgressLine atHand={atHand} />
    </section>
  );
}
