import { useMemo } from 'react';
import { toggleBox } from '#core/notes/checkbox.ts';
import type { AgendaOutlook } from '#core/notes/agendaTiming.ts';
import { carriedItemsIn } from '#core/notes/carriedItems.ts';
import type { ActionItem } from '#core/notes/note.ts';
import { useAppStore } from '../../kit/AppContext.tsx';
import { Button } from '../../kit/widgets/Button.tsx';
import { Keys } from '../../keys/Keys.tsx';
import { AgendaItems } from './AgendaItems.tsx';
import { useDraft } from '../useDraft.ts';
import { PACE_MS, type RunningAgenda } from './useAgenda.ts';
import { texts } from './texts.ts';

function outlookWords({ spareMinutes, unplanned }: AgendaOutlook): string {
  const plan =
    spareMinutes > 0
      ? texts.spare(spareMinutes)
      : spareMinutes === 0
        ? texts.onTime
        : texts.late(-spareMinutes);
  return unplanned === 0 ? plan : `${plan} ${texts.unplanned(unplanned)}`;
}

/** The agenda, with the button for the next item and what the plan makes of the rest. */
export function AgendaPart({ agenda }: { readonly agenda: RunningAgenda }) {
  const { timing, canBegin, begin, beginNext } = agenda;
  const { items, current, next, outlook } = timing;
  const at = current === null ? -1 : items.indexOf(current);
  return (
    <section className="at-hand-part" aria-label={texts.agenda}>
      <header className="at-hand-part-head">
        <h3>{texts.agenda}</h3>
        <span>{at === -1 ? texts.items(items.length) : texts.count(at + 1, items.length)}</span>
      </header>
      <AgendaItems timing={timing} canBegin={canBegin} onBegin={({ line }) => begin(line)} />
      <Button isDisabled={!canBegin || next === null} aria-keyshortcuts="Control+]" onPress={beginNext}>
        {next === null ? texts.lastItem : current === null ? texts.firstItem : texts.nextItem}
        {next !== null && <Keys chord="Mod+]" />}
      </Button>
      {!canBegin && <p className="at-hand-outlook">{texts.afterStart}</p>}
      {outlook !== null && (
        <p className="at-hand-outlook" data-late={outlook.spareMinutes < 0 || undefined} aria-live="polite">
          {outlookWords(outlook)}
        </p>
      )}
    </section>
  );
}

/** The items that the note carried over from the last one; ticking one ticks its line. */
function CarriedPart({ items }: { readonly items: readonly ActionItem[] }) {
  const store = useAppStore();
  const toggle = ({ line }: ActionItem): void => {
    const { readDraft, draftChanged } = store.getState();
    const lines = readDraft().split('\n');
    draftChanged(lines.with(line - 1, toggleBox(lines[line - 1] ?? '')).join('\n'));
  };
  return (
    <section className="at-hand-part" aria-label={texts.carried}>
      <header className="at-hand-part-head">
        <h3>{texts.carried}</h3>
        <span>{items.filter(({ isDone }) => !isDone).length}</span>
      </header>
      <ul className="at-hand-carried">
        {items.map((item) => (
          <li key={item.line}>
            <label data-done={item.isDone || undefined}>
              <input type="checkbox" className="check" checked={item.isDone} onChange={() => toggle(item)} />
              <span dir="auto">
                {item.owner !== null && !item.words.includes(`@${item.owner}`) && `${item.owner}: `}
                {item.words}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Beside the note of a running meeting: its agenda, and what was carried over. Null if there is neither. */
export function AgendaColumn({ agenda }: { readonly agenda: RunningAgenda }) {
  const draft = useDraft(PACE_MS);
  const carried = useMemo(() => carriedItemsIn(draft), [draft]);
  if (agenda.timing.items.length === 0 && carried.length === 0) return null;
  return (
    <aside className="at-hand-column" aria-label={texts.bar}>
      {agenda.timing.items.length > 0 && <AgendaPart agenda={agenda} />}
      {carried.length > 0 && <CarriedPart items={carried} />}
    </aside>
  );
}
