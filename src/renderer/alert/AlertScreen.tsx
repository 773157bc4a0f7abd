import { BellOff, CircleX, NotebookPen, SkipForward, Video } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { AlertCard, AlertSnapshot } from '#core/reminders/alertSnapshot.ts';
import { snoozeChoices } from '#core/reminders/snooze.ts';
import type { Instant } from '#base';
import { texts as reminderTexts } from '../reminders/texts.ts';
import { HIDDEN_TITLE } from '#core/reminders/texts.ts';
import { texts } from './texts.ts';
import { actingKey } from '../keys/actingKey.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import type { AlertModel } from './alertModel.ts';
import { alertKey, answersTo } from './alertKeys.ts';
import { alertClock, alertLine } from './alertWords.ts';
import '../reminders/reminders.css';
import './alert.css';

interface CardProps {
  readonly card: AlertCard;
  readonly format: AlertSnapshot['format'];
  readonly now: Instant;
  readonly title: string;
  /** From 1; null if there is only one card. */
  readonly digit: number | null;
  readonly isSelected: boolean;
  readonly onFocus: () => void;
  readonly model: AlertModel;
}

function Snoozes({ card, now, model }: Pick<CardProps, 'card' | 'now' | 'model'>) {
  const choices = card.time === null ? [] : snoozeChoices(card.time, now);
  if (choices.length === 0) return null;
  return (
    <fieldset className="snoozes" aria-label={texts.snooze}>
      <span className="quiet">{texts.snooze}</span>
      {choices.map((choice) => (
        <Button
          key={choice}
          look="quiet"
          size="small"
          onPress={() => model.act(card.key, { snooze: choice })}
        >
          {reminderTexts.snoozeChoices[choice]}
        </Button>
      ))}
    </fieldset>
  );
}

function Card({ card, format, now, title, digit, isSelected, onFocus, model }: CardProps) {
  const clock = alertClock(card, now);
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  useEffect(() => {
    const card = element.current;
    card?.addEventListener('focusin', onFocus);
    return () => card?.removeEventListener('focusin', onFocus);
  }, [onFocus]);
  return (
    <li
      ref={element}
      className="alert-card"
      data-selected={isSelected || undefined}
      aria-current={isSelected || undefined}
    >
      <header className="alert-card-head">
        <div className="alert-card-text">
          <h1 className="alert-title">
            {digit !== null && <kbd>{digit}</kbd>} <bdi>{title}</bdi>
          </h1>
          <p className="quiet">{alertLine(card, format)}</p>
          {card.text !== '' && <p className="alert-change">{card.text}</p>}
        </div>
        <p className="alert-clock" role="timer">
          <span className="eyebrow">{clock.label}</span> <strong>{clock.value}</strong>
        </p>
      </header>
      <div className="alert-buttons">
        {card.rooms.map(({ url, name }, index) => (
          <Button
            key={url}
            look={isSelected && index === 0 ? 'primary' : 'plain'}
            onPress={() => model.act(card.key, { room: url })}
          >
            <Video aria-hidden size={18} />
            {card.isOpened ? texts.backTo(name) : texts.join(name)}
          </Button>
        ))}
        {card.service !== null && card.rooms.length === 0 && (
          <Button look={isSelected ? 'primary' : 'plain'} onPress={() => model.act(card.key, 'join')}>
            <Video aria-hidden size={18} />
            {card.isOpened ? texts.backTo(card.service) : texts.join(card.service)}
            {card.joinsAt !== null && texts.now}
          </Button>
        )}
        {card.joinsAt !== null && (
          <Button onPress={() => model.act(card.key, 'stayOut')}>
            <CircleX aria-hidden size={16} />
            {texts.doNotJoin}
          </Button>
        )}
        {card.isMaybe && (
          <>
            <Button onPress={() => model.act(card.key, 'itIsOn')}>{texts.itIsOn}</Button>
            <Button onPress={() => model.act(card.key, 'notThisWeek')}>{texts.notThisWeek}</Button>
          </>
        )}
        {answersTo(card) === 'skip' && (
          <Button onPress={() => model.act(card.key, 'skip')}>
            <SkipForward aria-hidden size={16} />
            {texts.skip}
          </Button>
        )}
        <Button onPress={() => model.act(card.key, 'notes')}>
          <NotebookPen aria-hidden size={16} />
          {texts.notes}
        </Button>
        <Button onPress={() => model.act(card.key, 'dismiss')}>
          <BellOff aria-hidden size={16} />
          {texts.dismiss}
        </Button>
      </div>
      {card.joinsAt !== null && <span className="alert-countdown" aria-hidden />}
      <Snoozes card={card} now={now} model={model} />
    </li>
  );
}

const ANSWER_KEYS = {
  answer: [
    ['Y', texts.keys.itIsOn],
    ['X', texts.keys.notThisWeek],
  ],
  skip: [['X', texts.keys.skip]],
  none: [],
} as const;

const KEYS = [
  ['J', texts.keys.join],
  ['S', texts.keys.snooze],
  ['N', texts.keys.notes],
  ['Esc', texts.keys.dismiss],
  ['H', texts.keys.titles],
] as const;

/** Handles keys while the window is open. */
function useKeys(model: AlertModel): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      // Keys typed as the window opened were meant for another window: buttons must not get them either.
      if (!model.isListening()) {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      if (event.repeat) return;
      const { snapshot, selected } = model.view();
      const key = actingKey(event, document.activeElement, snapshot?.hasLetterKeys ?? true);
      if (key === null) return;
      const cards = snapshot?.cards ?? [];
      const counting = cards.find(({ joinsAt }) => joinsAt !== null);
      const card = cards[selected];
      const can = card === undefined ? 'none' : answersTo(card);
      const command = alertKey(key, cards.length, counting !== undefined, can);
      if (command === null) return;
      event.preventDefault();
      if (command.kind === 'stayOut') {
        if (counting !== undefined) model.act(counting.key, 'stayOut');
      } else if (command.kind === 'titles') model.toggleTitles();
      else if (command.kind === 'select') model.select(command.index);
      else if (card !== undefined) model.act(card.key, command.action);
    };
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, [model]);
}

/** All announced meetings, earliest first. */
export function AlertScreen({ model }: { readonly model: AlertModel }) {
  const view = useSyncExternalStore(model.subscribe, model.view);
  useKeys(model);
  if (view.snapshot === null) return null;
  const { cards, more, format, hidesTitles } = view.snapshot;
  const counting = cards.find(({ joinsAt }) => joinsAt !== null);
  const selected = cards[view.selected];
  return (
    <main className="alert" aria-label={texts.reminders}>
      <ul className="alert-cards">
        {cards.map((card, index) => (
          <Card
            key={card.key}
            card={card}
            format={format}
            now={view.now}
            title={hidesTitles ? HIDDEN_TITLE : card.title}
            digit={cards.length > 1 ? index + 1 : null}
            isSelected={index === view.selected}
            onFocus={() => model.select(index)}
            model={model}
          />
        ))}
        {more > 0 && <li className="alert-more quiet">{texts.more(more)}</li>}
      </ul>
      <p className="visually-hidden" role="alert">
        {counting !== undefined && texts.joinsSoon(hidesTitles ? texts.aMeeting : counting.title)}
      </p>
      <div aria-live="polite">{view.problem !== null && <ProblemBox problem={view.problem} />}</div>
      <footer className="alert-keys quiet">
        {cards.length > 1 && (
          <span>
            <kbd>1</kbd>–<kbd>{Math.min(9, cards.length)}</kbd> {texts.choose}
          </span>
        )}
        {[...(selected === undefined ? [] : ANSWER_KEYS[answersTo(selected)]), ...KEYS].map(
          ([key, words]) => (
            <span key={key}>
              <kbd>{key}</kbd> {key === 'Esc' && counting !== undefined ? texts.keys.doNotJoin : words}
            </span>
          ),
        )}
      </footer>
    </main>
  );
}
