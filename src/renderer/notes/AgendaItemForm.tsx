import { useEffect, useRef, useState } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import { AGENDA_KINDS, type AgendaItem, type AgendaKind } from '#core/notes/agendaDraft.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { Choice } from '../kit/widgets/Choice.tsx';
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
  readonly isInvalid?: boolean;
  readonly onChange: (value: string) => void;
  readonly input?: React.Ref<HTMLInputElement>;
}

const Field = ({ label, hint = '', input, ...rest }: FieldProps) => (
  <TextField {...rest} maxLength={1000}>
    <Label className="field-label">{label}</Label>
    <Input className="input" placeholder={hint} {...(input !== undefined && { ref: input })} />
  </TextField>
);

/** Whole minutes of a field; null if it is empty or no number of minutes. */
const minutesOf = (written: string): number | null =>
  /^[1-9]\d{0,2}$/.test(written.trim()) ? Number(written.trim()) : null;

export interface AgendaItemFormProps {
  /** The item to change; null for a new one. */
  readonly item: AgendaItem | null;
  readonly onSubmit: (item: AgendaItem) => void;
  /** Leaves the item as it is. */
  readonly onCancel: () => void;
}

/** Writes an agenda item. */
export function AgendaItemForm({ item, onSubmit, onCancel }: AgendaItemFormProps) {
  const [kind, setKind] = useState<AgendaKind>(item?.kind ?? 'proposal');
  const [text, setText] = useState(item?.text ?? '');
  const [holder, setHolder] = useState(item?.holder ?? '');
  const [link, setLink] = useState(item?.links[0] ?? '');
  const [minutes, setMinutes] = useState(item?.minutes?.toString() ?? '');
  const topic = useRef<HTMLInputElement>(null);
  const isMinutesWrong = minutes.trim() !== '' && minutesOf(minutes) === null;
  useEffect(() => {
    if (item !== null) topic.current?.focus();
  }, [item]);
  const submit = (): void => {
    if (text.trim() === '' || isMinutesWrong) return;
    const first = link.trim() === '' ? [] : [link.trim()];
    onSubmit({
      kind,
      text,
      holder: holder.trim() === '' ? null : holder.trim(),
      links: [...first, ...(item?.links.slice(1) ?? [])],
      minutes: minutesOf(minutes),
      begun: item?.begun ?? [],
    });
    if (item !== null) return;
    setText('');
    setLink('');
    setMinutes('');
    topic.current?.focus();
  };
  return (
    <Form
      className="agenda-form"
      aria-label={item === null ? texts.newItem : texts.changeItem}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Choice label={texts.kind} value={kind} options={KINDS} onChange={setKind} />
      <Field label={texts.topic} value={text} isRequired onChange={setText} input={topic} />
      <div className="agenda-form-row">
        <Field label={texts.who} hint={texts.gitHubName} value={holder} onChange={setHolder} />
        <Field
          label={texts.minutes}
          hint="10"
          value={minutes}
          isInvalid={isMinutesWrong}
          onChange={setMinutes}
        />
        <Field label={texts.link} hint="https://…" value={link} onChange={setLink} />
      </div>
      <div className="agenda-form-buttons">
        <Button type="submit">{item === null ? texts.addToAgenda : texts.saveItem}</Button>
        {item !== null && (
          <Button look="quiet" onPress={onCancel}>
            {texts.cancel}
          </Button>
        )}
      </div>
    </Form>
  );
}
