import { failingText, pausedText } from '#core/tray/texts.ts';
import { texts } from './texts.ts';
import {
  BellOff,
  CalendarCheck,
  NotebookPen,
  Settings2,
  SkipForward,
  Timer,
  TriangleAlert,
  Video,
} from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore, type RefObject } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { TimeFormat } from '#core/format/formatTime.ts';
import type { PanelMeeting, PanelSnapshot } from '#core/tray/panelSnapshot.ts';
import type { Instant } from '#base';
import { windowKey } from '../keys/windowKey.ts';
import { shortServiceName } from '#core/format/shortServiceName.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { chosenMeeting, type PanelModel } from './panelModel.ts';
import { panelKey } from './panelKeys.ts';
import { PanelRow } from './PanelRow.tsx';
import { lineOf, panelClock, panelGroups } from './panelWords.ts';
import './panel.css';

type Page = RefObject<HTMLElement | null>;

const rows = (page: HTMLElement | null): HTMLElement[] => [
  ...(page?.querySelectorAll<HTMLElement>('[data-key]') ?? []),
];

/** Focuses the first button: Join, if the meeting has a room. */
const focusFirst = (page: HTMLElement | null): void => page?.querySelector<HTMLElement>('button')?.focus();

/** Handles keys while the panel is open. */
function useKeys(model: PanelModel, page: Page): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const view = model.view();
      const key = windowKey(event, view.snapshot?.hasLetterKeys ?? true);
      if (key === null) return;
      const focused = document.activeElement;
      const isOnButton = focused instanceof HTMLButtonElement && !focused.hasAttribute('data-key');
      const meetings = view.snapshot?.meetings ?? [];
      const command = panelKey(key, meetings, chosenMeeting(view)?.key ?? null, isOnButton);
      if (command === null) return;
      event.preventDefault();
      if (command.kind === 'choose') {
        model.choose(command.key);
        rows(page.current)
          .find((row) => row.dataset['key'] === command.key)
          ?.focus();
      } else if (!event.repeat) model.act(command.action);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [model, page]);
}

/** The focus is inside from the opening on: on the first button, and on a row again when what had it is gone. */
function useFocusInside(page: Page): void {
  useEffect(() => {
    const opened = (): void => {
      if (document.visibilityState === 'visible') focusFirst(page.current);
    };
    document.addEventListener('visibilitychange', opened);
    return () => document.removeEventListener('visibilitychange', opened);
  }, [page]);
  const wasInside = useRef(false);
  useEffect(() => {
    if (document.activeElement !== document.body || page.current === null) return;
    const row = wasInside.current ? rows(page.current).find(({ tabIndex }) => tabIndex === 0) : undefined;
    if (row === undefined) focusFirst(page.current);
    else row.focus();
    wasInside.current = true;
  });
}

interface ChosenProps {
  readonly meeting: PanelMeeting;
  readonly snapshot: PanelSnapshot;
  readonly now: Instant;
  readonly model: PanelModel;
}

/** The chosen meeting, with its countdown. Its height is the same for all meetings, so that the rows stay in place. */
function Chosen({ meeting, snapshot: { meetings, format, hasLetterKeys }, now, model }: ChosenProps) {
  const { key, title, service, visit } = meeting;
  const running = meetings.filter(({ start, end }) => start <= now && now < end).length;
  const clock = panelClock(meeting, now, running);
  const name = service === null ? null : shortServiceName(service);
  const join = name === null ? null : visit === null ? texts.join(name) : texts.backTo(name);
  return (
    <section className="panel-chosen" aria-label={texts.chosenMeeting}>
      <p className="eyebrow">{clock.label}</p>
      <p className="panel-clock" role="timer">
        <bdi dir="ltr">{clock.value}</bdi>
      </p>
      <div className="panel-words">
        <h1 className="panel-title" dir="auto">
          {title}
        </h1>
        <p className="panel-line">
          <bdi>{lineOf(meeting, now, format)}</bdi>
        </p>
      </div>
      <div className="panel-actions">
        {join !== null && (
          <Button
            look={visit === 'joined' ? 'plain' : 'primary'}
            aria-label={texts.of(join, title)}
            onPress={() => model.act({ kind: 'join', key })}
          >
            <Video aria-hidden size={16} />
            <span className="panel-join-words">{join}</span>
            <kbd aria-hidden>⏎</kbd>
          </Button>
        )}
        <Button aria-label={texts.of(texts.note, title)} onPress={() => model.act({ kind: 'note', key })}>
          {texts.note}
          {hasLetterKeys && <kbd aria-hidden>N</kbd>}
        </Button>
        <Button aria-label={texts.of(texts.brief, title)} onPress={() => model.act({ kind: 'brief', key })}>
          {texts.brief}
          {hasLetterKeys && <kbd aria-hidden>B</kbd>}
        </Button>
      </div>
      <div className="panel-more">
        <Button
          look="quiet"
          size="icon"
          aria-label={texts.of(texts.clock, title)}
          onPress={() => model.act({ kind: 'clock', key })}
        >
          <Timer aria-hidden size={16} />
        </Button>
        <Button
          look="quiet"
          size="icon"
          aria-label={texts.of(texts.skipThis, title)}
          onPress={() => model.act({ kind: 'skip', key })}
        >
          <SkipForward aria-hidden size={16} />
        </Button>
      </div>
    </section>
  );
}

interface RowsProps {
  readonly snapshot: PanelSnapshot;
  readonly chosen: PanelMeeting | null;
  readonly now: Instant;
  readonly model: PanelModel;
}

function Rows({ snapshot: { meetings, format, hasLetterKeys }, chosen, now, model }: RowsProps) {
  const places = new Map(meetings.map(({ key }, index) => [key, texts.place(index + 1, meetings.length)]));
  return (
    <div className="panel-rows">
      {panelGroups(meetings, now, format).map(({ heading, isNow, meetings: grouped }) => (
        <section key={heading} aria-label={heading}>
          <h2 className="panel-heading">{heading}</h2>
          <ol>
            {grouped.map((meeting) => (
              <PanelRow
                key={meeting.key}
                meeting={meeting}
                format={format}
                now={now}
                model={model}
                place={places.get(meeting.key) ?? ''}
                isChosen={meeting.key === chosen?.key}
                isNow={isNow}
                hasLetterKeys={hasLetterKeys}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Nothing({ model }: { readonly model: PanelModel }) {
  return (
    <section className="panel-nothing">
      <CalendarCheck aria-hidden size={28} strokeWidth={1.5} />
      <p>{texts.noMeetings}</p>
      <Button size="small" onPress={() => model.act({ kind: 'note', key: null })}>
        <NotebookPen aria-hidden size={14} />
        {texts.newNote}
      </Button>
    </section>
  );
}

interface StateProps {
  readonly snapshot: PanelSnapshot;
  readonly format: TimeFormat;
  readonly model: PanelModel;
}

function State({ snapshot: { skipped, pausedUntil, failingFeeds }, format, model }: StateProps) {
  if (skipped === null && pausedUntil === null && failingFeeds === 0) return null;
  return (
    <div className="panel-state">
      {skipped !== null && (
        <output>
          {texts.skipped(skipped.title)}{' '}
          <button
            type="button"
            className="text-button"
            onClick={() => model.act({ kind: 'unskip', key: skipped.key })}
          >
            {texts.undo}
          </button>
        </output>
      )}
      {failingFeeds > 0 && (
        <p className="panel-failing">
          <TriangleAlert aria-hidden size={14} />
          <button type="button" className="text-button" onClick={() => model.act({ kind: 'feeds' })}>
            {failingText(failingFeeds)}
          </button>
        </p>
      )}
      {pausedUntil !== null && (
        <p>
          {pausedText(pausedUntil, format)}.{' '}
          <button
            type="button"
            className="text-button"
            onClick={() => model.act({ kind: 'pause', until: 'now' })}
          >
            {texts.resume}
          </button>
        </p>
      )}
    </div>
  );
}

interface FootProps {
  readonly chosen: PanelMeeting | null;
  readonly isPaused: boolean;
  readonly hasLetterKeys: boolean;
  readonly model: PanelModel;
}

const Foot = ({ chosen, isPaused, hasLetterKeys, model }: FootProps) => (
  <footer className="panel-foot">
    <Button look="quiet" size="small" onPress={() => model.act({ kind: 'open', key: chosen?.key ?? null })}>
      {texts.open}
      {hasLetterKeys && <kbd aria-hidden>O</kbd>}
    </Button>
    <Button look="quiet" size="small" onPress={() => model.act({ kind: 'note', key: null })}>
      {texts.newNote}
    </Button>
    <span className="panel-foot-end">
      {!isPaused && (
        <MenuTrigger>
          <Button look="quiet" size="small">
            <BellOff aria-hidden size={14} />
            {texts.pause}
          </Button>
          <Popover className="popover" placement="top end">
            <Menu className="list-box">
              <MenuItem
                className="list-box-item"
                onAction={() => model.act({ kind: 'pause', until: 'hour' })}
              >
                {texts.pauseHour}
              </MenuItem>
              <MenuItem
                className="list-box-item"
                onAction={() => model.act({ kind: 'pause', until: 'tomorrow' })}
              >
                {texts.pauseTomorrow}
              </MenuItem>
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
      <Button
        look="quiet"
        size="icon"
        aria-label={texts.settings}
        onPress={() => model.act({ kind: 'settings' })}
      >
        <Settings2 aria-hidden size={16} />
      </Button>
    </span>
  </footer>
);

/** The tray's panel: countdown, join button, the next five meetings, and ways into the window. */
export function PanelScreen({ model }: { readonly model: PanelModel }) {
  const view = useSyncExternalStore(model.subscribe, model.view);
  const page = useRef<HTMLElement>(null);
  useKeys(model, page);
  useFocusInside(page);
  const { snapshot, now, problem } = view;
  if (snapshot === null) return problem === null ? null : <ProblemBox problem={problem} />;
  const { format, hasLetterKeys, pausedUntil } = snapshot;
  const chosen = chosenMeeting(view);
  return (
    <main className="panel" aria-label={texts.nextMeetings} ref={page}>
      {chosen === null ? (
        <Nothing model={model} />
      ) : (
        <Chosen meeting={chosen} snapshot={snapshot} now={now} model={model} />
      )}
      <div aria-live="polite">{problem !== null && <ProblemBox problem={problem} />}</div>
      {snapshot.meetings.length > 0 && <Rows snapshot={snapshot} chosen={chosen} now={now} model={model} />}
      <State snapshot={snapshot} format={format} model={model} />
      <Foot chosen={chosen} isPaused={pausedUntil !== null} hasLetterKeys={hasLetterKeys} model={model} />
    </main>
  );
}
