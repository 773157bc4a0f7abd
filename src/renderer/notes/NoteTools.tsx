import { Clock3, Copy, Eye, EyeOff, ListPlus, Share2, SquareCheck } from 'lucide-react';
import { lazy, Suspense, useEffect, useState, type RefObject } from 'react';
import { ToggleButton, Toolbar } from 'react-aria-components';
import type { Note } from '#core/notes/note.ts';
import { useApi, useApp, useAppStore } from '../kit/AppContext.tsx';
import { useNoteModel } from './NoteModelContext.ts';
import { isUnsaved } from '../store/notesSlice.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { Choice } from '../kit/widgets/Choice.tsx';
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
    store.getState().draftSettled();
    const { draft } = store.getState();
    const { richText } = await import('#core/notes/richText.ts');
    api.invokeAndReport('clipboard:writeRich', draft, richText(draft));
  };
  return (
    <Toolbar aria-label={texts.tools} className="note-tools">
      <Button
        look="quiet"
        size="small"
        aria-keyshortcuts="Control+Enter"
        onPress={() => field.current?.toggleBox()}
      >
        <SquareCheck aria-hidden size={14} />
        <span className="note-tool-words">{texts.checkbox}</span>
      </Button>
      <Button
        look="quiet"
        size="small"
        aria-keyshortcuts="F2"
        isDisabled={stamp === null}
        onPress={() => field.current?.insert(`${stamp?.() ?? ''} `)}
      >
        <Clock3 aria-hidden size={14} />
        <span className="note-tool-words">{texts.time}</span>
      </Button>
      <Button look="quiet" size="small" onPress={() => openAgenda(true)}>
        <ListPlus aria-hidden size={14} />
        <span className="note-tool-words">{texts.agenda}</span>
      </Button>
      <TemplateChoice note={note} />
      <Button look="quiet" size="small" onPress={() => void copy()}>
        <Copy aria-hidden size={14} />
        <span className="note-tool-words">{texts.copy}</span>
      </Button>
      <Button look="quiet" size="small" onPress={() => share(true)}>
        <Share2 aria-hidden size={14} />
        <span className="note-tool-words">{texts.share}</span>
      </Button>
      <ExportMenu key={note.path} note={note} />
      <ToggleButton
        className="button button-quiet button-small note-preview-toggle"
        isSelected={isPreviewShown}
        onChange={onPreview}
      >
        {isPreviewShown ? <EyeOff aria-hidden size={14} /> : <Eye aria-hidden size={14} />}
        <span className="note-tool-words">{texts.preview}</span>
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
  );
}
