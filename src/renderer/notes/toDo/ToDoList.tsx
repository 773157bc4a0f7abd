import { Copy, ListChecks } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { dateOf } from '#core/agenda/agenda.ts';
import { meetingsToday, toDoItems, type ToDoItem } from '#core/notes/toDo.ts';
import { messagesToOwners } from '#core/summary/meetingSummary.ts';
import { MINUTE } from '#base';
import {
  useApi,
  useApp,
  useAppStore,
  useFirstDayOfWeek,
  useNow,
  useTimeFormat,
} from '../../kit/AppContext.tsx';
import { SCREEN_TITLE_ID } from '../../kit/ScreenHead.tsx';
import { useSettings } from '../../kit/useSettings.ts';
import { firstOf, useGrowing } from '../../kit/useGrowing.ts';
import { Button } from '../../kit/widgets/Button.tsx';
import { Choice } from '../../kit/widgets/Choice.tsx';
import { EmptyState } from '../../kit/widgets/EmptyState.tsx';
import { SearchBox } from '../../kit/widgets/SearchBox.tsx';
import { useStays } from '../useStays.ts';
import { allOccurrencesOf } from '../../store/agendaSlice.ts';
import { matchingItems, toDoGroups, type ToDoGroup, type ToDoOrder } from './toDoGroups.ts';
import { ToDoRow } from './ToDoRow.tsx';
import { useActions } from './useActions.ts';
import { texts } from './texts.ts';

/** Rows rendered until all are asked for: each has a checkbox, so long lists are slow. */
const AT_FIRST = 150;
const GROWTH = { first: 30, screen: 30, step: 30 };

type Whose = 'mine' | 'everyone' | 'done';

const idOf = ({ path, line, text }: ToDoItem['action']): string => `${path} ${line} ${text}`;

/** The items of the list for a choice; null until main has answered. */
function useItems(whose: Whose, stays: ReadonlySet<string>): readonly ToDoItem[] | null {
  const actions = useActions();
  const { settings } = useSettings();
  const { zone } = useTimeFormat();
  const firstDayOfWeek = useFirstDayOfWeek();
  const occurrences = useApp(allOccurrencesOf);
  const minute = useNow((now) => now - (now % MINUTE));
  const { nameInNotes } = settings;
  return useMemo(() => {
    if (actions === null) return null;
    const items = toDoItems(actions, {
      whose: whose === 'mine' ? 'mine' : 'everyone',
      ownName: nameInNotes,
      today: dateOf(minute, zone),
      firstDayOfWeek,
      meetings: meetingsToday(occurrences, minute, zone),
      stays: (action) => stays.has(idOf(action)),
    });
    return items.filter(({ part }) => (part === 'done') === (whose === 'done'));
  }, [actions, whose, nameInNotes, minute, zone, firstDayOfWeek, occurrences, stays]);
}

/** Copies one message for each owner. */
function CopyMessages({ items }: { readonly items: readonly ToDoItem[] }) {
  const [api, store] = [useApi(), useAppStore()];
  const format = useTimeFormat();
  const copy = (): void => {
    api.invokeAndReport(
      'clipboard:write',
      messagesToOwners(
        items.map(({ action }) => action),
        format,
      ),
    );
    store.getState().undoToastShown(texts.copied);
  };
  return (
    <Button look="quiet" size="small" onPress={copy}>
      <Copy aria-hidden size={14} />
      {texts.copyMessages}
    </Button>
  );
}

/** Without the user's own name, what names them waits for others. */
function OwnName() {
  const { settings, change } = useSettings();
  return (
    <TextField
      className="to-do-name"
      value={settings.nameInNotes}
      onChange={(nameInNotes) => change({ nameInNotes })}
    >
      <Label>{texts.yourName}</Label>
      <Input className="input" placeholder={texts.nameHint} maxLength={64} spellCheck="false" />
    </TextField>
  );
}

function Group({
  group: { id, title, items },
  onTicked,
}: {
  readonly group: ToDoGroup;
  readonly onTicked: (item: ToDoItem) => void;
}) {
  const others = items.filter(({ action }) => action.owner !== null && !action.isDone);
  return (
    <section aria-label={title}>
      <header className="to-do-head" data-late={id === 'late' || undefined}>
        <h2>{title}</h2>
        <span className="quiet">{items.length}</span>
        {id === 'waiting' && others.length > 0 && (
          <span className="to-do-head-tool">
            <CopyMessages items={others} />
          </span>
        )}
      </header>
      <ul className="to-do-rows" aria-label={title}>
        {items.map((item) => (
          <ToDoRow key={idOf(item.action)} item={item} onTicked={() => onTicked(item)} />
        ))}
      </ul>
    </section>
  );
}

/** The first rows of the groups. */
const firstRows = (groups: readonly ToDoGroup[], most: number): readonly ToDoGroup[] =>
  firstOf(
    groups,
    most,
    ({ items }) => items,
    (group, items) => ({ ...group, items }),
  );

/** Shown by the palette instead of the choice above it, the first box gets the focus, once it is rendered. */
function useBoxFocused(isReady: boolean): void {
  useEffect(() => {
    const side = document.querySelector('.notes-side');
    const focused = document.activeElement;
    // The title has it if the screen was shown before the items came.
    const isElsewhere = side?.contains(focused) === false || focused?.id === SCREEN_TITLE_ID;
    if (!isReady || !isElsewhere) return;
    (firstBox() ?? document.getElementById(SCREEN_TITLE_ID))?.focus();
  }, [isReady]);
}

const firstBox = (): HTMLElement | null => document.querySelector('.to-do-rows input');

/** The action items of all notes, by when they are due or by series. */
export function ToDoList() {
  const [whose, setWhose] = useState<Whose>('mine');
  const [order, setOrder] = useState<ToDoOrder>('date');
  const [words, setWords] = useState('');
  const [isAllShown, showAll] = useState(false);
  const { stays, stay, holds } = useStays();
  const items = useItems(whose, stays);
  useBoxFocused(items !== null);
  const found = useMemo(() => matchingItems(items ?? [], words), [items, words]);
  const groups = useMemo(() => toDoGroups(found, order), [found, order]);
  const isCut = !isAllShown && found.length > AT_FIRST;
  const most = isCut ? AT_FIRST : found.length;
  const grown = useGrowing(most, GROWTH);
  if (items === null) return null;
  return (
    <>
      <div className="to-do-tools">
        <SearchBox label={texts.find} value={words} onChange={setWords} firstResult={firstBox} />
        <Choice
          label={texts.whose}
          value={whose}
          options={[
            { id: 'mine', label: texts.mine },
            { id: 'everyone', label: texts.everyone },
            { id: 'done', label: texts.done },
          ]}
          onChange={setWhose}
        />
        <Choice
          label={texts.order}
          value={order}
          options={[
            { id: 'date', label: texts.byDate },
            { id: 'series', label: texts.bySeries },
          ]}
          onChange={setOrder}
        />
      </div>
      <div className="to-do" {...holds}>
        {found.length === 0 ? (
          <EmptyState icon={ListChecks} title={words.trim() === '' ? texts.nothing : texts.noMatch}>
            <p>
              {texts.hint[0]}
              <code>{texts.hint[1]}</code>
              {texts.hint[2]}
            </p>
          </EmptyState>
        ) : (
          firstRows(groups, Math.min(most, grown)).map((group) => (
            <Group key={group.id} group={group} onTicked={({ action }) => stay(idOf(action))} />
          ))
        )}
        {isCut && (
          <Button size="small" onPress={() => showAll(true)}>
            {texts.showAll(found.length)}
          </Button>
        )}
        {whose === 'mine' && items.some(({ part }) => part === 'waiting') && <OwnName />}
      </div>
    </>
  );
}
