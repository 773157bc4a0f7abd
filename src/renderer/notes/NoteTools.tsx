import { Clock3, Copy, Eye, EyeOff, ListPlus, Share2, SquareCheck, type LucideIcon } from 'lucide-react';
import { lazy, Suspense, useEffect, useState, type RefObject } from 'react';
import { MenuItem, ToggleButton, Toolbar } from 'react-aria-components';
import type { Note } from '#core/notes/note.ts';
import { useApi, useApp, useAppStore } from '../kit/AppContext.tsx';
import { useNoteModel } from './NoteModelContext.ts';
import { isUnsaved } from '../store/notesSlice.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { Choice } from '../kit/widgets/Choice.tsx';
import { MoreMenu } from '../kit/widgets/MoreMenu.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import type { FieldHandle } from './MarkdownField.tsx';
import { texts } from './texts.ts';

const ShareDialog = lazy(() => import('./atHand/ShareDialog.tsx'));
const AgendaDialog = lazy(() => import('./AgendaDialog.tsx'));

/** Chooses another template, while the note has no text of its user. Apart, because it renders at each save. */
function TemplateChoice({ note: { version, occurrenceKey, template } }: Pick<NoteToolsProps, 'note'>) {
  const unsaved = useApp(isUnsaved);
  if (version !== null || unsaved || occurrenceKey === null || template === null) return null;
  return <Templates occurrenceKey={occurrenceKey} template={template} />;
}

function Templates({ occurrenceKey, template }: { occurrenceKey: string; template: string }) {
  const [api, noteModel] = [useApi(), useNoteModel()];
  const [names, setNames] = useState<readonly string[]>([template]);
  useEffect(() => {
    let isShown = true;
    const fetch = async (): Promise<void> => {
      const outcome = await api.invoke('notes:templates');
      if (isShown && outcome.ok) setNames(outcome.value);
    };
    void fetch();
    return () => {
      isShown = false;
    };
  }, [api]);
  return (
    <Choice
      label={texts.template}
      value={template}
      options={names.map((name) => ({ id: name, label: name }))}
      onChange={(name) => void noteModel.openWith(occurrenceKey, name)}
    />
  );
}

/** A tool that a narrow note folds into a menu. */
interface RareTool {
  readonly label: string;
  readonly Icon: LucideIcon;
  readonly use: () => void;
}

/** The width of the note decides in CSS which of the two is there, also for keyboard and screen reader. */
const RareTools = ({ rare }: { readonly rare: readonly RareTool[] }) => (
  <>
    <div className="note-tools-wide">
      {rare.map(({ label, Icon, use }) => (
        <Button key={label} look="quiet" size="small" onPress={use}>
          <Icon aria-hidden size={14} />
          {label}
        </Button>
      ))}
    </div>
    <div className="note-tools-narrow">
      <MoreMenu label={texts.moreTools}>
        {rare.map(({ label, Icon, use }) => (
          <MenuItem key={label} className="list-box-item" textValue={label} onAction={use}>
            <Icon aria-hidden size={14} />
            {label}
          </MenuItem>
        ))}
      </MoreMenu>
    </div>
  </>
);

export interface NoteToolsProps {
  readonly note: Note;
  readonly field: RefObject<FieldHandle | null>;
  /** Null if the note has no clock. */
  readonly stamp: (() => string | null) | null;
  readonly isPreviewShown: boolean;
  readonly onPreview: (isShown: boolean) => void;
}

/** The toolbar of a note. */
export function NoteTools({ note, field, stamp, isPreviewShown, onPreview }: NoteToolsProps) {
  const [isAgendaOpen, openAgenda] = useState(false);
  const [isShared, share] = useState(false);
  const api = useApi();
  const store = useAppStore();
  // As Markdown, and as rich text for documents and emails.
  const copy = async (): Promise<void> => {
    const draft = store.getState().readDraft();
    const { richText } = await import('#core/notes/richText.ts');
    api.invokeAndReport('clipboard:writeRich', draft, richText(draft));
  };
  const rare: readonly RareTool[] = [
    { label: texts.agenda, Icon: ListPlus, use: () => openAgenda(true) },
    { label: texts.copy, Icon: Copy, use: () => void copy() },
    { label: texts.share, Icon: Share2, use: () => share(true) },
  ];
  return (
    <div className="note-tools-room">
      <Toolbar aria-label={texts.tools} className="note-tools">
        <Button
          look="quiet"
          size="small"
          aria-keyshortcuts="Control+Enter"
          onPress={() => field.current?.toggleBox()}
        >
          <SquareCheck aria-hidden size={14} />
          {texts.checkbox}
        </Button>
        <Button
          look="quiet"
          size="small"
          aria-keyshortcuts="F2"
          isDisabled={stamp === null}
          onPress={() => field.current?.insert(`${stamp?.() ?? ''} `)}
        >
          <Clock3 aria-hidden size={14} />
          {texts.time}
        </Button>
        <TemplateChoice note={note} />
        <RareTools rare={rare} />
        <ExportMenu key={note.path} note={note} />
        <ToggleButton
          className="button button-quiet button-small note-preview-toggle"
          isSelected={isPreviewShown}
          onChange={onPreview}
        >
          {isPreviewShown ? <EyeOff aria-hidden size={14} /> : <Eye aria-hidden size={14} />}
          {texts.preview}
        </ToggleButton>
        {isShared && (
          <Suspense>
            <ShareDialog note={note} onClose={() => share(false)} />
          </Suspense>
        )}
        {isAgendaOpen && (
          <Suspense>
            <AgendaDialog document={note.agenda} onClose={() => openAgenda(false)} />
          </Suspense>
        )}
      </Toolbar>
    </div>
  );
}
