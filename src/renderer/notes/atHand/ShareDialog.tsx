import { Copy, FilePlus2 } from 'lucide-react';
import { toJsxRuntime, type Components } from 'hast-util-to-jsx-runtime';
import { useMemo, useState } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { markdownTree } from '#core/notes/markdownTree.ts';
import type { Note } from '#core/notes/note.ts';
import { meetingSummary, outcomeOf, SUMMARY_FORMS, type SummaryForm } from '#core/summary/meetingSummary.ts';
import { useApi, useApp, useAppStore, useTimeFormat } from '../../kit/AppContext.tsx';
import { Button } from '../../kit/widgets/Button.tsx';
import { Dialog } from '../../kit/widgets/Dialog.tsx';
import { OutLink } from '../../kit/widgets/OutLink.tsx';
import { SegmentedChoice } from '../../kit/widgets/SegmentedChoice.tsx';
import { shareTexts as texts } from './shareTexts.ts';

/** Links go through main; the text has no pictures. */
const components: Partial<Components> = {
  a: ({ href, children }) => <OutLink url={href ?? ''}>{children}</OutLink>,
};

/** The summary as it will look. */
function Shown({ form, text }: { readonly form: SummaryForm; readonly text: string }) {
  if (form === 'rich')
    return (
      <section className="share-text share-rich prose" aria-label={texts.preview}>
        {toJsxRuntime(markdownTree(text), { Fragment, jsx, jsxs, components })}
      </section>
    );
  return <textarea className="share-text" readOnly rows={12} aria-label={texts.preview} value={text} />;
}

export interface ShareDialogProps {
  readonly note: Note;
  readonly onClose: () => void;
}

/** The decisions and action items of a note for a mail, a chat, a document, or the community's file of minutes. */
export default function ShareDialog({ note, onClose }: ShareDialogProps) {
  const [api, store] = [useApi(), useAppStore()];
  const { locale, zone, clock } = useTimeFormat();
  const body = useApp((state) => state.draft);
  const [form, setForm] = useState<SummaryForm>('mail');
  const [told, setTold] = useState('');
  const summary = useMemo(
    () => meetingSummary({ note, body }, form, { locale, zone, clock }),
    [note, body, form, locale, zone, clock],
  );
  const { decisions, actions } = useMemo(() => outcomeOf({ note, body }), [note, body]);
  const copy = (): void => {
    api.invokeAndReport('clipboard:writeRich', summary.text, summary.html ?? '');
    setTold(texts.copied);
  };
  const addToFile = async (): Promise<void> => {
    const answer = await api.invoke('brief:addToMinutes', { ...note, body });
    if (!answer.ok) store.getState().problemReported(answer.problem);
    else if (answer.value !== null) setTold(texts.addedTo(answer.value.replace(/^.*[\\/]/, '')));
  };
  return (
    <Dialog title={texts.title} isOpen onClose={onClose}>
      <div className="share">
        <SegmentedChoice
          label={texts.form}
          value={form}
          options={SUMMARY_FORMS.map((value) => ({ value, label: texts.forms[value] }))}
          onChange={(next) => {
            setForm(next);
            setTold('');
          }}
        />
        <p className="quiet">{texts.hints[form]}</p>
        <Shown form={form} text={summary.text} />
        {decisions.length === 0 && actions.length === 0 && form !== 'minutes' && (
          <p className="quiet">{texts.nothing}</p>
        )}
        <div className="dialog-actions">
          <output className="share-told quiet">{told}</output>
          {form === 'minutes' && (
            <Button onPress={() => void addToFile()}>
              <FilePlus2 aria-hidden size={14} />
              {texts.addToFile}
            </Button>
          )}
          <Button look="primary" onPress={copy}>
            <Copy aria-hidden size={14} />
            {texts.copy}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
