import { CircleX, Clock, Minimize2, Video } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { MenuItem } from 'react-aria-components';
import type { AlertCard, AlertSnapshot } from '#core/reminders/alertSnapshot.ts';
import type { ReminderAction } from '#core/reminders/reminderAction.ts';
import { snoozeChoices, type SnoozeChoice } from '#core/reminders/snooze.ts';
import type { Instant } from '#base';
import { texts as reminderTexts } from '../reminders/texts.ts';
import { Button, type ButtonProps } from '../kit/widgets/Button.tsx';
import { answersTo } from './alertKeys.ts';
import { alertClock, alertLine } from './alertWords.ts';
import { MoreMenu } from '../kit/widgets/MoreMenu.tsx';
import { texts } from './texts.ts';

export interface AlertCardProps {
  readonly card: AlertCard;
  readonly format: AlertSnapshot['format'];
  readonly now: Instant;
  /** As others may see it. */
  readonly title: string;
  /** From 1; null if there is only one card. */
  readonly digit: number | null;
  /** It has the focus: keys act on it. */
  readonly isSelected: boolean;
  /** Letters are shown as keys. */
  readonly hasLetterKeys: boolean;
  readonly onFocus: () => void;
  readonly act: (action: ReminderAction) => void;
}

interface ActionProps extends Pick<AlertCardProps, 'title'> {
  readonly label: string;
  readonly icon?: ReactNode;
  /** The key that does it; undefined where it does not act on this card. */
  readonly keyCap?: string | undefined;
  readonly look?: ButtonProps['look'];
  readonly onPress: () => void;
}

/** A button of a card. Its name says which meeting it is about: several cards have the same buttons. */
const Action = ({ title, label, icon, keyCap, look = 'plain', onPress }: ActionProps) => (
  <Button look={look} aria-label={texts.of(label, title)} onPress={onPress}>
    {icon}
    <span className="alert-button-words">{label}</span>
    {keyCap !== undefined && <kbd aria-hidden>{keyCap}</kbd>}
  </Button>
);

/** A card of the alert window: one announced meeting. */
export function AlertCardView(props: AlertCardProps) {
  const { card, format, now, title, digit, isSelected, hasLetterKeys, onFocus } = props;
  const clock = alertClock(card, now);
  const element = useRef<HTMLFieldSetElement>(null);
  const [titleId, lineId] = [useId(), useId()];
  useEffect(() => {
    if (isSelected) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  useEffect(() => {
    const card = element.current;
    card?.addEventListener('focusin', onFocus);
    return () => card?.removeEventListener('focusin', onFocus);
  }, [onFocus]);
  return (
    <li>
      <fieldset
        ref={element}
        tabIndex={-1}
        aria-labelledby={titleId}
        aria-describedby={lineId}
        className={`alert-card c-${card.hue}`}
        data-key={card.key}
        data-selected={isSelected || undefined}
      >
        <header className="alert-card-head">
          <div className="alert-card-text">
            <h1 className="alert-title" id={titleId} dir="auto">
              {title}
            </h1>
            <div id={lineId}>
              <p className="alert-line">
                {digit !== null && hasLetterKeys && <kbd aria-hidden>{digit}</kbd>}{' '}
                <bdi>{alertLine(card, format)}</bdi>
              </p>
              {card.text !== '' && <p className="alert-change">{card.text}</p>}
            </div>
          </div>
          <p className="alert-clock" role="timer">
            <span className="eyebrow">{clock.label}</span> <strong dir="ltr">{clock.value}</strong>
          </p>
        </header>
        <CardButtons {...props} />
        {card.joinsAt !== null && <span className="alert-countdown" aria-hidden />}
      </fieldset>
    </li>
  );
}

function CardButtons({ card, now, title, isSelected, hasLetterKeys, act }: AlertCardProps) {
  const keyOf = (letter: string): string | undefined => (isSelected && hasLetterKeys ? letter : undefined);
  const snoozes = card.time === null ? [] : snoozeChoices(card.time, now);
  const [usual] = [...snoozes.filter((choice) => choice === '5'), ...snoozes];
  return (
    <div className="alert-buttons">
      <JoinButtons card={card} title={title} isSelected={isSelected} act={act} />
      {card.joinsAt !== null && (
        <Action
          title={title}
          label={texts.doNotJoin}
          icon={<CircleX aria-hidden size={16} />}
          keyCap={isSelected ? 'Esc' : undefined}
          onPress={() => act('stayOut')}
        />
      )}
      {card.isMaybe && (
        <>
          <Action title={title} label={texts.itIsOn} keyCap={keyOf('Y')} onPress={() => act('itIsOn')} />
          <Action
            title={title}
            label={texts.notThisWeek}
            keyCap={keyOf('X')}
            onPress={() => act('notThisWeek')}
          />
        </>
      )}
      {card.isInvitation &&
        (['yes', 'no', 'maybe'] as const).map((reply) => (
          <Action key={reply} title={title} label={texts.answers[reply]} onPress={() => act({ reply })} />
        ))}
      {usual !== undefined && (
        <Action
          title={title}
          label={texts.snoozeFor(reminderTexts.snoozeChoices[usual])}
          icon={<Clock aria-hidden size={16} />}
          keyCap={usual === '5' ? keyOf('S') : undefined}
          onPress={() => act({ snooze: usual })}
        />
      )}
      <Action title={title} label={texts.note} keyCap={keyOf('N')} onPress={() => act('notes')} />
      <span className="alert-buttons-end">
        <Action
          title={title}
          label={texts.dismiss}
          look="quiet"
          keyCap={keyOf('D')}
          onPress={() => act('dismiss')}
        />
        {card.time !== null && (
          <Button
            look="quiet"
            size="icon"
            aria-label={texts.of(texts.shrink, title)}
            onPress={() => act('shrink')}
          >
            <Minimize2 aria-hidden size={16} />
          </Button>
        )}
        <More card={card} title={title} snoozes={snoozes.filter((choice) => choice !== usual)} act={act} />
      </span>
    </div>
  );
}

function JoinButtons({
  card,
  title,
  isSelected,
  act,
}: Pick<AlertCardProps, 'card' | 'title' | 'isSelected' | 'act'>) {
  const join = (name: string): string => (card.isOpened ? texts.backTo(name) : texts.join(name));
  const ways: readonly { readonly label: string; readonly action: ReminderAction }[] =
    card.rooms.length > 0
      ? card.rooms.map(({ url, name }) => ({ label: join(name), action: { room: url } }))
      : card.service === null
        ? []
        : [{ label: `${join(card.service)}${card.joinsAt === null ? '' : texts.now}`, action: 'join' }];
  return ways.map(({ label, action }, index) => (
    <Action
      key={label}
      title={title}
      label={label}
      icon={<Video aria-hidden size={16} />}
      look={isSelected && index === 0 ? 'primary' : 'plain'}
      keyCap={isSelected && index === 0 ? '⏎' : undefined}
      onPress={() => act(action)}
    />
  ));
}

interface MoreProps extends Pick<AlertCardProps, 'card' | 'title' | 'act'> {
  readonly snoozes: readonly SnoozeChoice[];
}

/** What is wanted less often: other snoozes, and skipping. */
function More({ card, title, snoozes, act }: MoreProps) {
  const canSkip = answersTo(card) === 'skip';
  if (snoozes.length === 0 && !canSkip) return null;
  return (
    <MoreMenu label={texts.moreOf(title)} placement="bottom end">
      {snoozes.map((choice) => (
        <MenuItem key={choice} className="list-box-item" onAction={() => act({ snooze: choice })}>
          {texts.snoozeFor(reminderTexts.snoozeChoices[choice])}
        </MenuItem>
      ))}
      {canSkip && (
        <MenuItem className="list-box-item" onAction={() => act('skip')}>
          {texts.skip}
        </MenuItem>
      )}
    </MoreMenu>
  );
}
