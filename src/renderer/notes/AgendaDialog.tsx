import { ChevronDown, ChevronUp, Copy, ExternalLink, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import {
  AGENDA_KINDS,
  agendaItemsIn,
  agendaMarkdown,
  withAgendaItem,
  withAgendaItemChanged,
  withAgendaItemMoved,
  withoutAgendaItem,
  type PlacedAgendaItem,
} from '#core/notes/agendaDraft.ts';
import { plannedMinutes } from '#core/notes/agendaTiming.ts';
import { richText } from '#core/notes/richText.ts';
import { useApi, useApp, useAppStore } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { AgendaItemForm } from './AgendaItemForm.tsx';
import { texts } from './texts.ts';

const ICONS = { up: ChevronUp, down: ChevronDown, edit: Pencil, remove: Trash2 };
type Control = keyof typeof ICONS;

interface ToolProps {
  readonly control: Control;
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

/** A button of an item. */
function Tool({ control, label, isDisabled = false, onPress }: ToolProps) {
  const Icon = ICONS[control];
  return (
    <Button
      look="quiet"
      size="icon"
      data-control={control}
      aria-label={label}
      isDisabled={isDisabled}
      onPress={onPress}
    >
      <Icon aria-hidden size={16} />
    </Button>
  );
}

interface ItemRowProps {
  readonly item: PlacedAgendaItem;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isEdited: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function ItemRow({ item, isFirst, isLast, isEdited, onMove, onEdit, onRemove }: ItemRowProps) {
  const { kind, text, holder, minutes } = item;
  return (
    <li data-line={item.line} data-edited={isEdited || undefined}>
      <span className="agenda-item-words">
        {kind !== 'other' && <span className="agenda-kind">{AGENDA_KINDS[kind]}</span>}
        <span dir="auto">{text}</span>
        {holder !== null && <span className="quiet">@{holder}</span>}
        {minutes !== null && <span className="quiet">{texts.minutesOf(minutes)}</span>}
      </span>
      <span className="agenda-item-tools">
        <Tool control="up" label={texts.moveUp(text)} isDisabled={isFirst} onPress={() => onMove(-1)} />
        <Tool control="down" label={texts.moveDown(text)} isDisabled={isLast} onPress={() => onMove(1)} />
        <Tool control="edit" label={texts.editItem(text)} onPress={onEdit} />
        <Tool control="remove" label={texts.removeItem(text)} onPress={onRemove} />
      </span>
    </li>
  );
}

/** The items, and what the buttons do to them. The focus follows an item that moves. */
function ItemList({
  edited,
  onEdit,
}: {
  readonly edited: number | null;
  readonly onEdit: (line: number | null) => void;
}) {
  const store = useAppStore();
  const items = agendaItemsIn(useApp((state) => state.draft));
  const place = useRef<HTMLDivElement>(null);
  const undoButton = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const [wanted, setWanted] = useState<{ readonly line: number; readonly control: Control } | null>(null);
  const [removed, setRemoved] = useState<{
    readonly before: string;
    readonly after: string;
    readonly text: string;
  } | null>(null);
  const draft = useApp((state) => state.draft);
  const canUndo = removed !== null && removed.after === draft;
  useEffect(() => {
    if (wanted === null) return;
    const row = list.current?.querySelector(`[data-line="${wanted.line}"]`);
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])];
    (buttons.find((one) => one.dataset['control'] === wanted.control) ?? buttons[0])?.focus();
  }, [wanted]);
  const move = (item: PlacedAgendaItem, by: -1 | 1): void => {
    const at = items.findIndex(({ line }) => line === item.line);
    const next = withAgendaItemMoved(store.getState().readDraft(), item.line, by);
    store.getState().draftChanged(next);
    const line = agendaItemsIn(next)[at + by]?.line;
    onEdit(null);
    if (line !== undefined) setWanted({ line, control: by === 1 ? 'down' : 'up' });
  };
  const remove = ({ line, text }: PlacedAgendaItem): void => {
    const before = store.getState().readDraft();
    const after = withoutAgendaItem(before, line);
    store.getState().draftChanged(after);
    onEdit(null);
    setRemoved({ before, after, text });
  };
  const undo = (): void => {
    if (!canUndo) return;
    store.getState().draftChanged(removed.before);
    setRemoved(null);
  };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null;
      const item = items.find((one) => String(one.line) === line?.dataset['line']);
      const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
      if (canUndo && event.key === 'z' && (event.ctrlKey || event.metaKey)) undo();
      else if (item !== undefined && event.altKey && by !== null) move(item, by);
      else if (item !== undefined && event.key === 'Delete') remove(item);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const element = place.current;
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  });
  useEffect(() => {
    if (canUndo) undoButton.current?.focus();
  }, [canUndo]);
  return (
    <div ref={place}>
      {items.length === 0 ? (
        <p className="quiet">{texts.agendaEmpty}</p>
      ) : (
        <ol ref={list} className="agenda-items" aria-label={texts.agenda}>
          {items.map((item, index) => (
            <ItemRow
              key={item.line}
              item={item}
              isFirst={index === 0}
              isLast={index === items.length - 1}
              isEdited={edited === item.line}
              onMove={(by) => move(item, by)}
              onEdit={() => onEdit(item.line)}
              onRemove={() => remove(item)}
            />
          ))}
        </ol>
      )}
      <p className="agenda-told" aria-live="polite">
        {canUndo ? (
          <>
            {texts.itemRemoved(removed.text)}{' '}
            <button type="button" className="text-button" ref={undoButton} onClick={undo}>
              {texts.undo}
            </button>
          </>
        ) : (
          plannedWords(items)
        )}
      </p>
    </div>
  );
}

const plannedWords = (items: readonly PlacedAgendaItem[]): string => {
  const planned = plannedMinutes(items);
  return planned === null ? '' : texts.planned(planned);
};

export interface AgendaDialogProps {
  /** Address of the shared agenda document; null if the feed names none. */
  readonly document: string | null;
  readonly onClose: () => void;
}

/** Collects agenda items. They are bullets in the note itself, so there is only one copy. */
export default function AgendaDialog({ document: address, onClose }: AgendaDialogProps) {
  const api = useApi();
  const draft = useApp((state) => state.draft);
  const changeDraft = useApp((state) => state.draftChanged);
  /** Line of the item in the form; null for a new one. */
  const [edited, setEdited] = useState<number | null>(null);
  const items = agendaItemsIn(draft);
  const item = items.find(({ line }) => line === edited) ?? null;
  const copy = (): void => {
    const markdown = agendaMarkdown(items);
    api.invokeAndReport('clipboard:writeRich', markdown, richText(markdown));
  };
  const leaveForm = (): void => {
    const row = document.querySelector<HTMLElement>(
      `.agenda-items [data-line="${edited}"] [data-control="edit"]`,
    );
    setEdited(null);
    row?.focus();
  };
  return (
    <Dialog title={texts.agenda} isOpen onClose={onClose}>
      <ItemList edited={edited} onEdit={setEdited} />
      <AgendaItemForm
        key={edited ?? 'new'}
        item={item}
        onCancel={leaveForm}
        onSubmit={(written) => {
          if (item === null) return changeDraft(withAgendaItem(draft, written));
          changeDraft(withAgendaItemChanged(draft, item.line, written));
          leaveForm();
        }}
      />
      <div className="dialog-actions">
        <Button isDisabled={items.length === 0} onPress={copy}>
          <Copy aria-hidden size={14} />
          {texts.copyBullets}
        </Button>
        {address !== null && (
          <Button
            look="primary"
            isDisabled={items.length === 0}
            onPress={() => {
              copy();
              api.invokeAndReport('link:open', address);
            }}
          >
            <ExternalLink aria-hidden size={14} />
            {texts.copyAndOpen}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
