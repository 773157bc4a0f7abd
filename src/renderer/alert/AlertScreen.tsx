import { useEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import type { AlertSnapshot } from '#core/reminders/alertSnapshot.ts';
import type { Instant } from '#base';
import { windowKey } from '../keys/windowKey.ts';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { AlertCardView } from './AlertCardView.tsx';
import { selectedCard, type AlertModel } from './alertModel.ts';
import { alertKey, countingCard } from './alertKeys.ts';
import { alertSentence, secondsUntil, titleOf } from './alertWords.ts';
import { texts } from './texts.ts';
import './alert.css';

type List = RefObject<HTMLUListElement | null>;

/** Focuses the first button of a card. */
function focusCard(list: HTMLUListElement | null, key: string): void {
  const cards = [...(list?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
  cards
    .find((card) => card.dataset['key'] === key)
    ?.querySelector<HTMLElement>('button')
    ?.focus();
}

/** Handles keys while the window is open. */
function useKeys(model: AlertModel, list: List): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      // Keys typed as the window opened were meant for another window: buttons must not get them either.
      if (!model.isListening()) {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      if (event.repeat) return;
      const { snapshot } = model.view();
      const focused = selectedCard(model.view());
      const key = windowKey(event, snapshot?.hasLetterKeys ?? true);
      if (snapshot === null || focused === null || key === null) return;
      const command = alertKey(key, snapshot.cards, focused);
      if (command === null) return;
      event.preventDefault();
      if (command.kind === 'titles') model.toggleTitles();
      else if (command.kind === 'choose') focusCard(list.current, command.key);
      else model.act(command.key, command.action);
    };
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, [model, list]);
}

/** The focus is in the selected card from the beginning, and comes back to one when its button or card is gone. */
function useFocusInCards(list: List, selected: string | null): void {
  useEffect(() => {
    if (selected !== null && document.activeElement === document.body) focusCard(list.current, selected);
  });
}

/** The window's title names the first card, for the list of windows and for screen readers. */
function useTitle(snapshot: AlertSnapshot | null, now: Instant): void {
  const [first, ...others] = snapshot?.cards ?? [];
  const sentence =
    snapshot === null || first === undefined ? texts.windowTitle : alertSentence(first, now, snapshot);
  const count = others.length + (snapshot?.more ?? 0);
  const title = count === 0 ? sentence : texts.andMore(sentence, count);
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** Says what a card announces that came while the window was open; the first ones are read with the focus. */
function NewCards({ snapshot, now }: { readonly snapshot: AlertSnapshot; readonly now: Instant }) {
  const [known, setKnown] = useState(() => new Set(snapshot.cards.map(({ key }) => key)));
  const [words, setWords] = useState('');
  const added = snapshot.cards.filter(({ key }) => !known.has(key));
  if (added.length > 0) {
    setKnown(new Set(snapshot.cards.map(({ key }) => key)));
    setWords(added.map((card) => texts.newCard(alertSentence(card, now, snapshot))).join('. '));
  }
  return <output className="visually-hidden">{words}</output>;
}

/** The countdown in words, as it was when it began: a sentence that changes each second would be read out each second. */
function Joining({ snapshot, now }: { readonly snapshot: AlertSnapshot; readonly now: Instant }) {
  const counting = countingCard(snapshot.cards);
  const [said, setSaid] = useState<{ readonly at: Instant | null; readonly words: string }>({
    at: null,
    words: '',
  });
  const at = counting?.joinsAt ?? null;
  if (at !== said.at) {
    const words =
      counting === undefined || at === null
        ? ''
        : texts.joinsSoon(titleOf(counting, snapshot.hidesTitles), secondsUntil(at, now));
    setSaid({ at, words });
  }
  return (
    <p className="visually-hidden" role="alert">
      {said.words}
    </p>
  );
}

function KeyHints({ cards, hidesTitles, hasLetterKeys }: AlertSnapshot) {
  const escape = countingCard(cards) === undefined ? texts.keys.shrink : texts.keys.doNotJoin;
  return (
    <footer className="alert-keys">
      {cards.length > 1 && (
        <span>
          {!hasLetterKeys && <kbd>{texts.alt}</kbd>} <kbd>1</kbd>–<kbd>{Math.min(9, cards.length)}</kbd>{' '}
          {texts.choose}
        </span>
      )}
      <span>
        <kbd>Esc</kbd> {escape}
      </span>
      <span>
        {!hasLetterKeys && <kbd>{texts.alt}</kbd>} <kbd>H</kbd>{' '}
        {hidesTitles ? texts.keys.showTitles : texts.keys.titles}
      </span>
      <span className="alert-stays">{texts.stays}</span>
    </footer>
  );
}

/** All announced meetings, earliest first. */
export function AlertScreen({ model }: { readonly model: AlertModel }) {
  const view = useSyncExternalStore(model.subscribe, model.view);
  const list = useRef<HTMLUListElement>(null);
  const { snapshot, now, problem } = view;
  const selected = selectedCard(view)?.key ?? null;
  useKeys(model, list);
  useFocusInCards(list, selected);
  useTitle(snapshot, now);
  if (snapshot === null) return null;
  const { cards, more, format, hidesTitles, hasLetterKeys } = snapshot;
  return (
    <main className="alert" aria-label={texts.reminders}>
      <ul className="alert-cards" ref={list}>
        {cards.map((card, index) => (
          <AlertCardView
            key={card.key}
            card={card}
            format={format}
            now={now}
            title={titleOf(card, hidesTitles)}
            digit={cards.length > 1 ? index + 1 : null}
            isSelected={card.key === selected}
            hasLetterKeys={hasLetterKeys}
            onFocus={() => model.choose(card.key)}
            act={(action) => model.act(card.key, action)}
          />
        ))}
        {more > 0 && <li className="alert-more">{texts.more(more)}</li>}
      </ul>
      <NewCards snapshot={snapshot} now={now} />
      <Joining snapshot={snapshot} now={now} />
      <div aria-live="polite">{problem !== null && <ProblemBox problem={problem} />}</div>
      <KeyHints {...snapshot} />
    </main>
  );
}
