import { FileUp, ScanSearch } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import { clockTime, shortDay } from '../../shared/agenda/formatTime.ts';
import { startOf } from '../../shared/agenda/agenda.ts';
import type { FeedPreview } from '../../shared/ipc/contract.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Api } from '../api.ts';
import { useApi, useTimeFormat } from '../frame/AppContext.tsx';
import { Button } from '../widgets/Button.tsx';
import { ProblemBox } from '../widgets/ProblemBox.tsx';

type Stage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | {
      readonly kind: 'found';
      readonly address: string;
      readonly preview: FeedPreview;
      readonly isAdding: boolean;
    };

interface PreviewProps {
  readonly preview: FeedPreview;
  readonly isAdding: boolean;
  readonly onLook: (address: string) => void;
  readonly onFollow: () => void;
  readonly onCancel: () => void;
}

const KIND_WORDS = {
  catalogue: 'Community file',
  ics: 'Calendar',
  sigs: 'Community groups (sigs.yaml)',
  markdown: 'Community page',
} as const;

/** A page's own calendar knows more than its prose. */
function CalendarOffer({ calendar, onLook }: { readonly calendar: string } & Pick<PreviewProps, 'onLook'>) {
  return (
    <div className="preview-offer">
      <p>This page points to a calendar, which knows dates, moves and cancellations better than a page.</p>
      <Button size="small" onPress={() => onLook(calendar)}>
        Follow that instead
      </Button>
    </div>
  );
}

function Questions({ questions }: Pick<FeedPreview, 'questions'>) {
  return (
    <section className="preview-questions" aria-label="What is not clear">
      <h3 className="eyebrow">Not clear from its words</h3>
      <ul>
        {questions.map((one) => (
          <li key={`${one.title} ${one.questions.join(' ')}`}>
            <strong>{one.title}</strong> {one.questions.join(' ')}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Preview({ preview, isAdding, onLook, onFollow, onCancel }: PreviewProps) {
  const format = useTimeFormat();
  const count = preview.seriesCount;
  return (
    <section className="preview" aria-label={`Preview of ${preview.name}`}>
      <p className="preview-name">{preview.name}</p>
      <p className="quiet">
        {KIND_WORDS[preview.kind]} · {count === 1 ? '1 meeting' : `${count} meetings`}
      </p>
      {preview.calendar !== null && <CalendarOffer calendar={preview.calendar} onLook={onLook} />}
      {preview.next.length > 0 ? (
        <ol className="preview-next">
          {preview.next.map((one) => (
            <li key={one.key}>
              <span className="preview-when">
                {shortDay(startOf(one, format.zone), format)}
                {one.time.kind === 'timed' && ` ${clockTime(one.time.start, format)}`}
              </span>
              <span>
                {one.title}
                {one.isWeekUnknown && <span className="quiet"> – this week or the next?</span>}
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <p className="quiet">Nothing in it is coming up.</p>
      )}
      {preview.questions.length > 0 && <Questions questions={preview.questions} />}
      {preview.problems.map((problem) => (
        <ProblemBox key={`${problem.code} ${problem.title}`} problem={problem} />
      ))}
      <div className="preview-actions">
        <Button look="primary" isDisabled={isAdding} onPress={onFollow}>
          Follow
        </Button>
        <Button look="quiet" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </section>
  );
}

/** Fetches what is there and reads it; nothing is followed yet. */
async function lookAt(api: Api, address: string): Promise<Stage> {
  const outcome = await api.ask('feeds:preview', address);
  return outcome.ok
    ? { kind: 'found', address, preview: outcome.value, isAdding: false }
    : { kind: 'refused', problem: outcome.problem };
}

export interface AddFeedProps {
  readonly onAdded?: (name: string) => void;
  /** An address that a link from outside asks to follow: it is looked at once, and followed only by the user. */
  readonly asked?: string | null;
}

/** Adds a calendar or a community's page: paste its address or choose its file, look at what it is, follow it. */
export function AddFeed({ onAdded, asked = null }: AddFeedProps) {
  const api = useApi();
  const [address, setAddress] = useState(asked ?? '');
  const [stage, setStage] = useState<Stage>({ kind: asked === null ? 'idle' : 'looking' });

  const putAway = (): void => {
    setAddress('');
    setStage({ kind: 'idle' });
    if (asked !== null) api.perform('question:close');
  };
  const look = async (where: string): Promise<void> => {
    if (where.trim() === '') return;
    setStage({ kind: 'looking' });
    setStage(await lookAt(api, where.trim()));
  };
  useEffect(() => {
    if (asked === null) return undefined;
    let isGone = false;
    const lookAtAsked = async (): Promise<void> => {
      const found = await lookAt(api, asked);
      if (!isGone) setStage(found);
    };
    void lookAtAsked();
    return () => {
      isGone = true;
    };
  }, [api, asked]);
  const choose = async (): Promise<void> => {
    const chosen = await api.ask('feeds:chooseFile');
    if (!chosen.ok || chosen.value === null) return;
    setAddress(chosen.value);
    await look(chosen.value);
  };
  const follow = async (found: Extract<Stage, { kind: 'found' }>): Promise<void> => {
    setStage({ ...found, isAdding: true });
    const outcome = await api.ask('feeds:add', found.address);
    if (outcome.ok) {
      putAway();
      onAdded?.(outcome.value.name);
    } else setStage({ kind: 'refused', problem: outcome.problem });
  };

  return (
    <div className="add-feed">
      <Form
        className="add-feed-form"
        onSubmit={(event) => {
          event.preventDefault();
          void look(address);
        }}
      >
        <TextField
          className="add-feed-field"
          value={address}
          onChange={(value) => {
            setAddress(value);
            if (stage.kind !== 'looking') setStage({ kind: 'idle' });
          }}
        >
          <Label className="field-label">Address of a calendar</Label>
          <Input
            className="input"
            placeholder="https://…/basic.ics, a community’s page, sigs.yaml"
            maxLength={4096}
            spellCheck="false"
          />
        </TextField>
        <Button type="submit" isDisabled={address.trim() === '' || stage.kind === 'looking'}>
          <ScanSearch aria-hidden size={16} />
          {stage.kind === 'looking' ? 'Looking…' : 'Preview'}
        </Button>
        <Button look="quiet" isDisabled={stage.kind === 'looking'} onPress={() => void choose()}>
          <FileUp aria-hidden size={16} />
          Choose a file
        </Button>
      </Form>
      <div aria-live="polite">
        {asked !== null && (
          <p className="add-feed-asked">
            A link asked for this calendar. Follow it only if you know where the link came from.
          </p>
        )}
        {stage.kind === 'refused' && <ProblemBox problem={stage.problem} />}
        {stage.kind === 'found' && (
          <Preview
            preview={stage.preview}
            isAdding={stage.isAdding}
            onLook={(found) => {
              setAddress(found);
              void look(found);
            }}
            onFollow={() => void follow(stage)}
            onCancel={putAway}
          />
        )}
      </div>
    </div>
  );
}
