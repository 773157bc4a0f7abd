import { failingText, pausedText } from '#core/tray/texts.ts';
import { texts } from './texts.ts';
import { CalendarCheck, NotebookPen, PanelTopOpen, SkipForward, TriangleAlert, Video } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import type { TimeFormat } from '#core/format/formatTime.ts';
import type { PanelMeeting, PanelSnapshot } from '#core/tray/panelSnapshot.ts';
import type { Instant } from '#base';
import { Badge } from '../kit/widgets/Badge.tsx';
import { actingKey } from '../keys/actingKey.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { chosenMeeting, type PanelModel } from './panelModel.ts';
import { panelKey } from './panelKeys.ts';
import { lineOf, panelClock, startWords } from './panelWords.ts';
import './panel.css';

/** Handles keys while the panel is open. */
function useKeys(model: PanelModel): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const view = model.view();
      const key = actingKey(event, document.activeElement, view.snapshot?.hasLetterKeys ?? true);
      if (key === null) return;
      const isOnButton = document.activeElement instanceof HTMLButtonElement;
      const meetings = view.snapshot?.meetings ?? [];
      const command = panelKey(key, meetings, chosenMeeting(view)?.key ?? null, isOnButton);
      if (command === null) return;
      event.preventDefault();
      if (command.kind === 'choose') model.choose(command.key);
      else if (!event.repeat) model.act(command.action);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [model]);
}

interface MeetingProps {
  readonly meeting: PanelMeeting;
  readonly format: TimeFormat;
  readonly now: Instant;
  readonly model: PanelModel;
}

/** The chosen meeting, with its countdown. */
function Chosen({ meeting, format, now, model }: MeetingProps) {
  const clock = panelClock(meeting, now);
  return (
    <section className="panel-chosen" aria-label={texts.chosenMeeting}>
      <p className="eyebrow">{clock.label}</p>
      <p className="panel-clock" role="timer">
        {clock.value}
      </p>
      {/* Announced when the arrow keys choose another meeting. */}
      <div aria-live="polite">
        <h1 className="panel-title" dir="auto">
          {meeting.title}
        </h1>
        <p className="quiet">{lineOf(meeting, now, format)}</p>
      </div>
      <div className="panel-actions">
        {meeting.service !== null && (
          <Button
            look={meeting.visit === 'joined' ? 'plain' : 'primary'}
            aria-keyshortcuts="Enter J"
            onPress={() => model.act({ kind: 'join', key: meeting.key })}
          >
            <Video aria-hidden size={16} />
            {meeting.visit === null ? texts.join(meeting.service) : texts.backTo(meeting.service)}
            <kbd aria-hidden>⏎</kbd>
          </Button>
        )}
        <Button aria-keyshortcuts="N" onPress={() => model.act({ kind: 'note', key: meeting.key })}>
          <NotebookPen aria-hidden size={16} />
          {texts.note}
          <kbd aria-hidden>N</kbd>
        </Button>
        <Button
          look="quiet"
          size="icon"
          aria-label={texts.skipThis}
          aria-keyshortcuts="X"
          onPress={() => model.act({ kind: 'skip', key: meeting.key })}
        >
          <SkipForward aria-hidden size={16} />
        </Button>
      </div>
      {meeting.isMaybe && (
        <div className="panel-maybe">
          {/* Its text may allow more answers than these two: the details list all. */}
          <button
            type="button"
            className="text-button"
            onClick={() => model.act({ kind: 'open', key: meeting.key })}
          >
            {texts.whichWeek}
          </button>
          <Button
            size="small"
            aria-keyshortcuts="Y"
            onPress={() => model.act({ kind: 'itIsOn', key: meeting.key })}
          >
            {texts.itIsOn}
            <kbd aria-hidden>Y</kbd>
          </Button>
          <Button
            size="small"
            aria-keyshortcuts="X"
            onPress={() => model.act({ kind: 'notThisWeek', key: meeting.key })}
          >
            {texts.notThisWeek}
            <kbd aria-hidden>X</kbd>
          </Button>
        </div>
      )}
    </section>
  );
}

interface RowProps extends MeetingProps {
  readonly digit: number;
  readonly isChosen: boolean;
}

function Row({ meeting, format, now, model, digit, isChosen }: RowProps) {
  return (
    <li className="panel-row" data-chosen={isChosen || undefined}>
      <button
        type="button"
        className="panel-row-button"
        aria-current={isChosen || undefined}
        onClick={() => model.choose(meeting.key)}
        onDoubleClick={() => meeting.service !== null && model.act({ kind: 'join', key: meeting.key })}
      >
        <kbd aria-hidden>{digit}</kbd>
        <span className="panel-row-time">{startWords(meeting.start, now, format)}</span>
        <span className="panel-row-title" dir="auto">
          {meeting.title}
        </span>
        {meeting.isMaybe && <Badge tone="warn">{texts.maybe}</Badge>}
      </button>
      {meeting.service !== null && (
        <Button
          look="quiet"
          size="icon"
          aria-label={texts.join(meeting.title)}
          onPress={() => model.act({ kind: 'join', key: meeting.key })}
        >
          <Video aria-hidden size={16} />
        </Button>
      )}
    </li>
  );
}

function Nothing({ model }: { readonly model: PanelModel }) {
  return (
    <section className="panel-nothing">
      <CalendarCheck aria-hidden size={28} strokeWidth={1.5} />
      <p>{texts.noMeetings}</p>
      <Button size="small" onPress={() => model.act({ kind: 'note', key: null })}>
        <NotebookPen aria-hidden size={14} />
        {texts.notes}
        <kbd aria-hidden>N</kbd>
      </Button>
    </section>
  );
}

function State({
  snapshot: { skipped, pausedUntil, failingFeeds },
  format,
  model,
}: {
  readonly snapshot: PanelSnapshot;
  readonly format: TimeFormat;
  readonly model: PanelModel;
}) {
  if (skipped === null && pausedUntil === null && failingFeeds === 0) return null;
  return (
    <div className="panel-state">
      {skipped !== null && (
        <output className="quiet">
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
        <p className="quiet">
          {pausedText(pausedUntil, format)}.{' '}
          <button type="button" className="text-button" onClick={() => model.act({ kind: 'unpause' })}>
            {texts.resume}
          </button>
        </p>
      )}
    </div>
  );
}

/** The tray's panel: countdown, join button, the next five meetings, and a button that opens the window. */
export function PanelScreen({ model }: { readonly model: PanelModel }) {
  const view = useSyncExternalStore(model.subscribe, model.view);
  useKeys(model);
  const { snapshot, now, problem } = view;
  if (snapshot === null) return problem === null ? null : <ProblemBox problem={problem} />;
  const { format } = snapshot;
  const chosen = chosenMeeting(view);
  return (
    <main className="panel" aria-label={texts.nextMeetings}>
      {chosen === null ? (
        <Nothing model={model} />
      ) : (
        <Chosen meeting={chosen} format={format} now={now} model={model} />
      )}
      <div aria-live="polite">{problem !== null && <ProblemBox problem={problem} />}</div>
      {snapshot.meetings.length > 0 && (
        <ol className="panel-rows" aria-label={texts.nextFive}>
          {snapshot.meetings.map((meeting, index) => (
            <Row
              key={meeting.key}
              meeting={meeting}
              format={format}
              now={now}
              model={model}
              digit={index + 1}
              isChosen={meeting.key === chosen?.key}
            />
          ))}
        </ol>
      )}
      <State snapshot={snapshot} format={format} model={model} />
      <footer className="panel-foot">
        <Button
          look="quiet"
          size="small"
          aria-keyshortcuts="O"
          onPress={() => model.act({ kind: 'open', key: chosen?.key ?? null })}
        >
          <PanelTopOpen aria-hidden size={14} />
          {texts.open}
          <kbd aria-hidden>O</kbd>
        </Button>
      </footer>
    </main>
  );
}
