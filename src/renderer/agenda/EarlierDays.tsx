import { ChevronUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useApp, useToday } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { DAY_LIST_ID, DayList } from './DayList.tsx';
import { LoadingRows } from './LoadingRows.tsx';
import { useAnsweredDays } from './useAnsweredDays.ts';
import { useListedDays } from './useListedDays.ts';
import { useRenderedRows } from './useRenderedRows.ts';
import { texts } from './texts.ts';

/** Id of the list of earlier days. */
const EARLIER_LIST_ID = 'agenda-earlier';

const rowsOf = (id: string): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(`#${id} [role="row"][data-key]:not([data-kept])`),
];

/** The days before today, loaded as one scrolls up. */
function EarlierList({ isFocusWanted }: { readonly isFocusWanted: boolean }) {
  const list = useRef<HTMLDivElement>(null);
  const wished = useApp((state) => state.shownDate);
  const { days: loaded, isLoading, isEnd, shownDate, loadMore } = useListedDays('past', wished);
  const days = useAnsweredDays(loaded, EARLIER_LIST_ID);
  const onEnd = isLoading || isEnd ? null : loadMore;
  const rows = useRenderedRows({ days, direction: 'past', list, shownDate, onEnd });
  const hasRows = days.length > 0;
  useEffect(() => {
    if (!isFocusWanted || !hasRows) return undefined;
    // The list renders its rows after this effect.
    const frame = requestAnimationFrame(() => rowsOf(EARLIER_LIST_ID).at(-1)?.focus());
    return () => cancelAnimationFrame(frame);
  }, [isFocusWanted, hasRows]);
  return (
    <>
      {isEnd && <p className="list-end">{texts.nothingEarlier}</p>}
      {isLoading && <LoadingRows label={texts.loadingEarlier} />}
      <div ref={list}>
        {hasRows && <DayList id={EARLIER_LIST_ID} label={texts.earlierMeetings} rows={rows} />}
      </div>
    </>
  );
}

/** Whether a key goes from the first meetings of the agenda to earlier ones, or back. */
function movesBetween({ key }: KeyboardEvent, focused: Element | null): 'earlier' | 'later' | null {
  const row = focused?.closest<HTMLElement>('[role="row"]');
  if (!row) return null;
  const isEndOf = (id: string, index: string | null): boolean =>
    row.closest(`#${id}`) !== null && row.getAttribute('aria-rowindex') === index;
  if (isEndOf(DAY_LIST_ID, '1') && ['ArrowUp', 'PageUp', 'Home'].includes(key)) return 'earlier';
  const last = document.getElementById(EARLIER_LIST_ID)?.getAttribute('aria-rowcount') ?? null;
  return isEndOf(EARLIER_LIST_ID, last) && ['ArrowDown', 'PageDown', 'End'].includes(key) ? 'later' : null;
}

/**
 * The way back in time, above the next meeting: a button, and once it is pressed, a past day is asked for or the user
 * scrolls up beyond the top, the days before today. Those are not loaded before.
 */
export function EarlierDays() {
  const place = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<'none' | 'scrolled' | 'focused'>('none');
  const isEmpty = useApp((state) => state.agenda === null);
  const today = useToday();
  const isAsked = useApp(({ shownDate }) => shownDate !== null && shownDate < today);
  if (isAsked && shown === 'none') setShown('scrolled');
  useEffect(() => {
    const scroller = place.current?.closest<HTMLElement>('.scroll');
    if (!scroller) return undefined;
    const onWheel = ({ deltaY }: WheelEvent): void => {
      if (deltaY < 0 && scroller.scrollTop <= 0)
        setShown((before) => (before === 'none' ? 'scrolled' : before));
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const to = movesBetween(event, document.activeElement);
      if (to === null || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      if (to === 'later') rowsOf(DAY_LIST_ID)[0]?.focus();
      else {
        rowsOf(EARLIER_LIST_ID).at(-1)?.focus();
        setShown('focused');
      }
    };
    scroller.addEventListener('wheel', onWheel, { passive: true });
    // Before the list handles the key.
    scroller.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      scroller.removeEventListener('wheel', onWheel);
      scroller.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, []);
  return (
    <div ref={place} className="earlier-days">
      {shown !== 'none' && <EarlierList isFocusWanted={shown === 'focused'} />}
      {shown === 'none' && !isEmpty && (
        <Button look="quiet" size="small" onPress={() => setShown('focused')}>
          <ChevronUp aria-hidden size={14} />
          {texts.showEarlier}
        </Button>
      )}
    </div>
  );
}
