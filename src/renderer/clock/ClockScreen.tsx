import { GripVertical, Hourglass, NotebookPen, TimerOff, Video, X } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore, type CSSProperties } from 'react';
import { clockFace, type ClockFace } from '#core/floatingClock/clockFace.ts';
import type { ClockEdge, ClockMeeting, ClockSnapshot } from '#core/floatingClock/clockSnapshot.ts';
import type { Problem } from '#base';
import { windowKey } from '../keys/windowKey.ts';
import { Button } from '../kit/widgets/Button.tsx';
import type { ClockModel } from './clockModel.ts';
import { clockLine, phaseWords } from './clockWords.ts';
import { texts } from './texts.ts';
import './clock.css';

/** Wide while the pointer or the focus is in the window, never by itself. The edge is the one that stays in place. */
function useWidth(model: ClockModel): { readonly isWide: boolean; readonly edge: ClockEdge } {
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const [edge, setEdge] = useState<ClockEdge>('left');
  /** It changes with the zoom, which Ctrl and + in any of our windows sets. */
  const [pixelRatio, setPixelRatio] = useState(window.devicePixelRatio);
  const isWide = isPointed || isFocused;
  useEffect(() => {
    const page = document.documentElement;
    const on = new AbortController();
    const { signal } = on;
    page.addEventListener('pointerenter', () => setPointed(true), { signal });
    page.addEventListener('pointerleave', () => setPointed(false), { signal });
    window.addEventListener('focus', () => setFocused(true), { signal });
    page.addEventListener('focusin', () => setFocused(true), { signal });
    window.addEventListener('blur', () => setFocused(false), { signal });
    window.addEventListener('resize', () => setPixelRatio(window.devicePixelRatio), { signal });
    return () => on.abort();
  }, []);
  useEffect(() => {
    let isPast = false;
    const widen = async (): Promise<void> => {
      const fixed = await model.widen(isWide, pixelRatio);
      if (!isPast) setEdge(fixed);
    };
    void widen();
    return () => {
      isPast = true;
    };
  }, [model, isWide, pixelRatio]);
  return { isWide, edge };
}

/** Handles keys while the clock has the focus. */
function useKeys(model: ClockModel): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const { snapshot } = model.view();
      const meeting = snapshot?.meeting ?? null;
      if (snapshot === null || meeting === null || event.repeat) return;
      const { key, service } = meeting;
      const pressedKey = windowKey(event, snapshot.hasLetterKeys);
      if (pressedKey === 'n') model.act({ kind: 'note', key });
      else if (pressedKey === 'j' && service !== null) model.act({ kind: 'join', key });
      else if (pressedKey === 'd' || pressedKey === 'Escape') model.act({ kind: 'dismiss', key });
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [model]);
}

/** A sign beside the digits where they warn: not every user sees the colour. */
const PhaseSign = ({ phase }: Pick<ClockFace, 'phase'>) => {
  if (phase === 'soon') return <Hourglass aria-hidden size={14} />;
  return phase === 'over' ? <TimerOff aria-hidden size={14} /> : null;
};

interface MeetingProps {
  readonly meeting: ClockMeeting;
  readonly snapshot: ClockSnapshot;
  readonly face: ClockFace;
  readonly problem: Problem | null;
  readonly model: ClockModel;
}

/** What comes beside the digits while the window is wide. */
function Wide({ meeting, snapshot, face, problem, model }: MeetingProps) {
  const { key, title, service, isOpened } = meeting;
  const { hasLetterKeys, format } = snapshot;
  const actions = useRef<HTMLDivElement>(null);
  const join = service === null ? null : isOpened ? texts.backTo(service) : texts.join(service);
  // Once the window has the focus, it is on a button.
  useEffect(() => {
    const focusInside = (): void => {
      if (document.activeElement === document.body) actions.current?.querySelector('button')?.focus();
    };
    if (document.hasFocus()) focusInside();
    window.addEventListener('focus', focusInside);
    return () => window.removeEventListener('focus', focusInside);
  }, []);
  return (
    <>
      <div className="clock-words">
        <h1 className="clock-title" dir="auto">
          {title}
        </h1>
        {problem === null ? (
          <p className="clock-line">{clockLine(meeting, face.phase, format)}</p>
        ) : (
          <p className="clock-line clock-problem" role="alert">
            {problem.title}
          </p>
        )}
      </div>
      <div className="clock-actions" ref={actions}>
        {join !== null && (
          <Button
            size="small"
            aria-label={texts.of(join, title)}
            onPress={() => model.act({ kind: 'join', key })}
          >
            <Video aria-hidden size={14} />
            {isOpened ? texts.back : texts.joinIt}
          </Button>
        )}
        <Button
          size="icon"
          look="quiet"
          aria-label={texts.of(texts.note, title)}
          onPress={() => model.act({ kind: 'note', key })}
        >
          <NotebookPen aria-hidden size={16} />
          {hasLetterKeys && <kbd aria-hidden>N</kbd>}
        </Button>
        <Button
          size="icon"
          look="quiet"
          aria-label={texts.dismiss}
          onPress={() => model.act({ kind: 'dismiss', key })}
        >
          <X aria-hidden size={16} />
        </Button>
      </div>
    </>
  );
}

/** The floating clock: the time to the start or the end of one meeting; title and buttons while it is pointed at. */
export function ClockScreen({ model }: { readonly model: ClockModel }) {
  const { snapshot, now, problem } = useSyncExternalStore(model.subscribe, model.view);
  const { isWide, edge } = useWidth(model);
  useKeys(model);
  const meeting = snapshot?.meeting ?? null;
  const title = meeting === null ? '' : texts.windowTitle(meeting.title);
  useEffect(() => {
    if (title !== '') document.title = title;
  }, [title]);
  if (snapshot === null || meeting === null) return null;
  const face = clockFace(meeting, now);
  const elapsed: CSSProperties & Record<'--elapsed', number> = { '--elapsed': face.elapsed };
  return (
    <main
      className="clock"
      aria-label={title}
      data-phase={face.phase}
      data-edge={edge}
      data-wide={isWide || undefined}
      style={elapsed}
    >
      {!isWide && <h1 className="visually-hidden">{title}</h1>}
      <span className="clock-grip" title={texts.drag} aria-hidden>
        <GripVertical size={14} />
      </span>
      <p className="clock-digits" role="timer">
        <span className="visually-hidden">{phaseWords[face.phase]} </span>
        <PhaseSign phase={face.phase} />
        <bdi dir="ltr">{face.digits}</bdi>
      </p>
      {isWide && <Wide meeting={meeting} snapshot={snapshot} face={face} problem={problem} model={model} />}
      <span className="clock-progress" aria-hidden />
    </main>
  );
}
