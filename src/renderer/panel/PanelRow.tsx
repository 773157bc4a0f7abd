import type { TimeFormat } from '#core/format/formatTime.ts';
import { clockTime } from '#core/format/formatTime.ts';
import type { PanelMeeting } from '#core/tray/panelSnapshot.ts';
import type { Instant } from '#base';
import { Badge } from '../kit/widgets/Badge.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import type { PanelModel } from './panelModel.ts';
import { rowName, rowState } from './panelWords.ts';
import { texts } from './texts.ts';

export interface PanelRowProps {
  readonly meeting: PanelMeeting;
  readonly format: TimeFormat;
  readonly now: Instant;
  readonly model: PanelModel;
  /** `2 of 5` */
  readonly place: string;
  readonly isChosen: boolean;
  readonly isNow: boolean;
  readonly hasLetterKeys: boolean;
}

/** A meeting of the list. Chosen, a maybe shows its answers. */
export function PanelRow({
  meeting,
  format,
  now,
  model,
  place,
  isChosen,
  isNow,
  hasLetterKeys,
}: PanelRowProps) {
  const { key, title, isMaybe, isUnconfirmed, service } = meeting;
  return (
    <li
      className={`panel-row c-${meeting.hue}`}
      data-chosen={isChosen || undefined}
      data-now={isNow || undefined}
      data-maybe={isMaybe || undefined}
    >
      <button
        type="button"
        className="panel-row-button"
        data-key={key}
        // The arrow keys go from row to row: Tab comes here once.
        tabIndex={isChosen ? 0 : -1}
        aria-current={isChosen || undefined}
        aria-label={rowName(meeting, now, format, place)}
        onClick={() => model.choose(key)}
        onDoubleClick={() => service !== null && model.act({ kind: 'join', key })}
      >
        <span className="panel-row-time">{clockTime(meeting.start, format)}</span>
        <span className="panel-row-bar" aria-hidden />
        <span className="panel-row-title" dir="auto">
          {title}
        </span>
        <span className="panel-row-state">
          {isMaybe && <Badge tone="warn">{texts.maybe}</Badge>}
          {!isMaybe && isUnconfirmed && <Badge tone="warn">{texts.unconfirmed}</Badge>}
          <bdi>{rowState(meeting, now, format)}</bdi>
        </span>
      </button>
      {isChosen && isMaybe && (
        <Answers title={title} hasLetterKeys={hasLetterKeys} model={model} meetingKey={key} />
      )}
    </li>
  );
}

interface AnswersProps extends Pick<PanelRowProps, 'model' | 'hasLetterKeys'> {
  readonly title: string;
  readonly meetingKey: string;
}

/** Whether the meeting is on. Its text may allow more answers than these two: the details list all. */
const Answers = ({ title, meetingKey: key, model, hasLetterKeys }: AnswersProps) => (
  <fieldset className="panel-answers" aria-label={texts.of(texts.whichWeek, title)}>
    <Button
      size="small"
      aria-label={texts.of(texts.itIsOn, title)}
      onPress={() => model.act({ kind: 'itIsOn', key })}
    >
      {texts.itIsOn}
      {hasLetterKeys && <kbd aria-hidden>Y</kbd>}
    </Button>
    <Button
      size="small"
      aria-label={texts.of(texts.notThisWeek, title)}
      onPress={() => model.act({ kind: 'notThisWeek', key })}
    >
      {texts.notThisWeek}
      {hasLetterKeys && <kbd aria-hidden>X</kbd>}
    </Button>
    <Button size="small" look="quiet" onPress={() => model.act({ kind: 'open', key })}>
      {texts.whichWeek}
    </Button>
  </fieldset>
);
