import { Share } from 'lucide-react';
import { useState } from 'react';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import type { ExportFormat } from '#core/notes/noteExchange.ts';
import type { Note } from '#core/notes/note.ts';
import { useApi, useApp, useAppStore } from '../kit/AppContext.tsx';
import { useNoteModel } from './NoteModelContext.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { texts } from './texts.ts';

const FORMATS: readonly ExportFormat[] = ['markdown', 'html', 'pdf', 'clipboard'];

interface FormatsProps {
  readonly title: string;
  readonly onChoose: (format: ExportFormat) => void;
}

const Formats = ({ title, onChoose }: FormatsProps) => (
  <MenuSection>
    <Header className="menu-header">{title}</Header>
    {FORMATS.map((format) => (
      <MenuItem key={format} className="list-box-item" onAction={() => onChoose(format)}>
        {texts.exportFormats[format]}
      </MenuItem>
    ))}
  </MenuSection>
);

/** The outcome of the last export. */
const outcomeOf = (format: ExportFormat, path: string | null): string =>
  format === 'clipboard'
    ? texts.copiedToClipboard
    : path === null
      ? ''
      : texts.exportedTo(path.replace(/^.*[\\/]/, ''));

interface ChoicesProps {
  readonly note: Note;
  readonly onChoose: (paths: readonly string[], format: ExportFormat) => void;
}

/** In the open menu only: else each save would search all notes for those of the series. */
function Choices({ note, onChoose }: ChoicesProps) {
  const notes = useApp((state) => state.notes);
  const ofSeries = (notes ?? []).filter(({ series }) => series !== null && series === note.series);
  return (
    <Menu className="list-box">
      <Formats title={texts.thisNote} onChoose={(format) => onChoose([note.path], format)} />
      {ofSeries.length > 1 && (
        <Formats
          title={texts.allOfSeries(ofSeries.length)}
          onChoose={(format) =>
            onChoose(
              ofSeries.map(({ path }) => path),
              format,
            )
          }
        />
      )}
    </Menu>
  );
}

/** Exports the note, or all notes of its series, as one text. */
export function ExportMenu({ note }: { readonly note: Note }) {
  const [api, noteModel, store] = [useApi(), useNoteModel(), useAppStore()];
  const [message, setMessage] = useState('');
  const run = async (paths: readonly string[], format: ExportFormat): Promise<void> => {
    setMessage('');
    // The export reads the files.
    await noteModel.flush();
    const outcome = await api.invoke('notes:export', [...paths], format);
    if (outcome.ok) setMessage(outcomeOf(format, outcome.value));
    else store.getState().problemReported(outcome.problem);
  };
  return (
    <>
      <MenuTrigger>
        <Button look="quiet" size="small" isDisabled={note.version === null}>
          <Share aria-hidden size={14} />
          {texts.export}
        </Button>
        <Popover className="popover">
          <Choices note={note} onChoose={(paths, format) => void run(paths, format)} />
        </Popover>
      </MenuTrigger>
      <output className="note-told quiet">{message}</output>
    </>
  );
}
