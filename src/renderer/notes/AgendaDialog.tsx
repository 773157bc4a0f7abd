import { Copy, ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import {
  AGENDA_KINDS,
  agendaBullet,
  agendaItemsIn,
  agendaMarkdown,
  withAgendaItem,
  type AgendaItem,
  type AgendaKind,
} from '#core/notes/agendaDraft.ts';
import { useApi, useApp } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { Choice } from '../kit/widgets/Choice.tsx';
import { Dialog } from '../kit/widgets/Dialog.tsx';
import { richText } from '#core/notes/richText.ts';
import { texts } from './texts.ts';

const KINDS: readonly { readonly id: AgendaKind; readonly label: string }[] = [
  { id: 'proposal', label: AGENDA_KINDS.proposal },
  { id: 'release', label: AGENDA_KINDS.release },
  { id: 'initiative', label: AGENDA_KINDS.initiative },
  { id: 'help', label: AGENDA_KINDS.help },
  { id: 'demo', label: AGENDA_KINDS.demo },
  { id: 'other', label: AGENDA_KINDS.other },
];

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly isRequired?: boolean;
  readonly onChange: (value: string) => void;
}

const Field = ({ label, hint = '', ...rest }: FieldProps) => (
  <TextField {...rest} maxLength={1000}>
    <Label className="field-label">{label}</Label>
    <Input className="input" placeholder={hint} />
  </TextField>
);

function NewItem({ onAdd }: { readonly onAdd: (item: AgendaItem) => void }) {
  const [kind, setKind] = useState<AgendaKind>('proposal');
  const [text, setText] = useState('');
  const [holder, setHolder] = useState('');
  const [link, setLink] = useState('');
  const add = (): void => {
    if (text.trim() === '') return;
    onAdd({
      kind,
      text,
      holder: holder.trim() === '' ? null : holder.trim(),
      links: link.trim() === '' ? [] : [link.trim()],
    });
    setText('');
    setLink('');
  };
  return (
    <Form
      className="agenda-form"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Choice label={texts.kind} value={kind} options={KINDS} onChange={setKind} />
      <Field label={texts.topic} value={text} isRequired onChange={setText} />
      <div className="agenda-form-row">
        <Field label={texts.who} hint={texts.gitHubName} value={holder} onChange={setHolder} />
        <Field label={texts.link} hint="https://…" value={link} onChange={setLink} />
      </div>
      <Button type="submit">{texts.addToAgenda}</Button>
    </Form>
  );
}

export interface AgendaDialogProps {
  /** Address of the shared agenda document; null if the feed names none. */
  readonly document: string | null;
  readonly onClose: () => void;
}

/** Collects agenda items. They are bullets in the note itself, so there is only one copy. */
export default function AgendaDialog({ document, onClose }: AgendaDialogProps) {
  const api = useApi();
  const draft = useApp((state) => state.draft);
  const changeDraft = useApp((state) => state.draftChanged);
  const items = agendaItemsIn(draft);
  const copy = (): void => {
    const markdown = agendaMarkdown(items);
    api.invokeAndReport('clipboard:writeRich', markdown, richText(markdown));
  };
  return (
    <Dialog title={texts.agenda} isOpen onClose={onClose}>
      {items.length === 0 ? (
        <p className="quiet">{texts.agendaEmpty}</p>
      ) : (
        <ul className="agenda-items">
          {items.map((item) => (
            <li key={agendaBullet(item)}>
              {item.kind !== 'other' && <span className="agenda-kind">{AGENDA_KINDS[item.kind]}</span>}
              <span>{item.text}</span>
              {item.holder !== null && <span className="quiet">@{item.holder}</span>}
            </li>
          ))}
        </ul>
      )}
      <NewItem onAdd={(item) => changeDraft(withAgendaItem(draft, item))} />
      <div className="dialog-actions">
        <Button isDisabled={items.length === 0} onPress={copy}>
          <Copy aria-hidden size={14} />
          {texts.copyBullets}
        </Button>
        {document !== null && (
          <Button
            look="primary"
            isDisabled={items.length === 0}
            onPress={() => {
              copy();
              api.invokeAndReport('link:open', document);
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
