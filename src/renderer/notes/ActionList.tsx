import { ListChecks } from 'lucide-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import type { NotedAction } from '#core/notes/note.ts';
import { useApi, useAppStore } from '../kit/AppContext.tsx';
import { SCREEN_TITLE_ID } from '../kit/ScreenHead.tsx';
import { useSettings } from '../kit/useSettings.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { Choice } from '../kit/widgets/Choice.tsx';
import { EmptyState } from '../kit/widgets/EmptyState.tsx';
import { SegmentedChoice } from '../kit/widgets/SegmentedChoice.tsx';
import { ActionRow } from './ActionRow.tsx';
import { actionsMatching, seriesIn, type ActionFilter } from './actionFilter.ts';
import { useStays } from './useStays.ts';
import { texts } from './texts.ts';

const ALL = 'all';
/** Rows rendered at first: each has a checkbox, so long lists are slow. */
const AT_FIRST = 100;

/** The action items of all notes; null until main has answered. Requested again when a note changes. */
function useActions(): readonly NotedAction[] | null {
  const api = useApi();
  const store = useAppStore();
  const [actions, setActions] = useState<readonly NotedAction[] | null>(null);
  useEffect(() => {
    let isShown = true;
    const fetch = async (): Promise<void> => {
      const outcome = await api.invoke('notes:actions');
      if (isShown && outcome.ok) setActions(outcome.value);
    };
    void fetch();
    const end = store.subscribe((state, before) => {
      if (state.notes !== before.notes) void fetch();
    });
    return () => {
      isShown = false;
      end();
    };
  }, [api, store]);
  return actions;
}

const idOf = ({ path, line, text }: NotedAction): string => `${path} ${line} ${text}`;

/** Shown by the palette instead of the choice beside it, the list gets the focus, once it is drawn. */
function useBoxFocused(isReady: boolean): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const side = document.querySelector('.notes-side');
    if (!isReady || side === null || side.contains(document.activeElement)) return;
    (list.current?.querySelector('input') ?? document.getElementById(SCREEN_TITLE_ID))?.focus();
  }, [isReady]);
  return list;
}

/** The action items of all notes. */
export function ActionList() {
  const actions = useActions();
  const { settings, change } = useSettings();
  const [shown, setShown] = useState<ActionFilter['shown']>('open');
  const [series, setSeries] = useState(ALL);
  const [isAllShown, showAll] = useState(false);
  const { stays, stay, holds } = useStays();
  const list = useBoxFocused(actions !== null);
  if (actions === null) return null;
  const filter = {
    shown,
    series: series === ALL ? null : series,
    ownName: settings.nameInNotes,
  };
  const found = actionsMatching(actions, filter, (action) => stays.has(idOf(action)));
  const choices = seriesIn(actions);
  return (
    <>
      <div className="action-filters">
        <SegmentedChoice
          label={texts.whichItems}
          value={shown}
          options={[
            { value: 'open', label: texts.open },
            { value: 'mine', label: texts.mine },
            { value: 'all', label: texts.all },
          ]}
          onChange={setShown}
        />
        {choices.length > 1 && (
          <Choice
            label={texts.series}
            value={series}
            options={[{ id: ALL, label: texts.everyMeeting }, ...choices]}
            onChange={setSeries}
          />
        )}
        {shown === 'mine' && (
          <TextField value={settings.nameInNotes} onChange={(nameInNotes) => change({ nameInNotes })}>
            <Label className="field-label">{texts.yourName}</Label>
            <Input className="input" placeholder={texts.gitHubName} maxLength={64} spellCheck="false" />
          </TextField>
        )}
      </div>
      {found.length === 0 ? (
        <EmptyState icon={ListChecks} title={actions.length === 0 ? texts.noItems : texts.noItemsHere}>
          <p>
            {texts.noItemsHint[0]}
            <code>{texts.noItemsHint[1]}</code>
            {texts.noItemsHint[2]}
          </p>
        </EmptyState>
      ) : (
        <ul ref={list} className="actions" aria-label={texts.items} {...holds}>
          {found.slice(0, isAllShown ? undefined : AT_FIRST).map((action) => (
            <ActionRow key={idOf(action)} action={action} onTicked={() => stay(idOf(action))} />
          ))}
          {!isAllShown && found.length > AT_FIRST && (
            <li className="actions-more">
              <Button size="small" onPress={() => showAll(true)}>
                {texts.showAll(found.length)}
              </Button>
            </li>
          )}
        </ul>
      )}
    </>
  );
}
