import { FileUp, ScanSearch } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Form, Label, TextArea, TextField } from 'react-aria-components';
import type { FeedPreview as Preview } from '#core/feeds/feedPreview.ts';
import type { FollowOptions } from '#core/feeds/followOptions.ts';
import type { Problem } from '#base';
import type { Api } from '../kit/api.ts';
import { useApi, useApp } from '../kit/AppContext.tsx';
import type { ViewSlice } from '../store/viewSlice.ts';
import { Button } from '../kit/widgets/Button.tsx';
import { ProblemBox } from '../kit/widgets/ProblemBox.tsx';
import { FeedPreview } from './FeedPreview.tsx';
import { texts } from './texts.ts';
import './feeds.css';

type Stage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | {
      readonly kind: 'found';
      readonly pasted: string;
      readonly preview: Preview;
      readonly isAdding: boolean;
    };

/** A longer text scrolls. */
const MOST_LINES = 12;

export interface AddFeedProps {
  /** Initial content of the field. */
  readonly request?: ViewSlice['requestedFeed'];
  readonly onAdded?: (name: string) => void;
  /** An address from an office-hours:// link: it is previewed immediately, and followed only by the user. */
  readonly asked?: string | null;
}

/** Fetches the preview; follows nothing yet. */
async function fetchPreview(api: Api, pasted: string, replaces: string | null): Promise<Stage> {
  const outcome = await api.invoke('feeds:preview', pasted, { followed: 'all', replaces });
  return outcome.ok
    ? { kind: 'found', pasted, preview: outcome.value, isAdding: false }
    : { kind: 'refused', problem: outcome.problem };
}

/** Adds a feed: paste an address or text, or choose a file, check the preview, follow. */
export function AddFeed({ request = null, onAdded, asked = null }: AddFeedProps) {
  const api = useApi();
  const goTo = useApp((state) => state.screenShown);
  const [pasted, setPasted] = useState(asked ?? request?.text ?? '');
  const [replaces, setReplaces] = useState(request?.replaces ?? null);
  const [stage, setStage] = useState<Stage>({ kind: asked === null ? 'idle' : 'looking' });

  const begin = (text: string, id: string | null): void => {
    setPasted(text);
    setReplaces(id);
    setStage({ kind: 'idle' });
  };
  const putAway = (): void => {
    begin('', null);
    if (asked !== null) api.invokeAndReport('question:close');
  };
  const look = async (text: string, id: string | null = replaces): Promise<void> => {
    if (text.trim() === '') return;
    setStage({ kind: 'looking' });
    setStage(await fetchPreview(api, text.trim(), id));
  };
  useEffect(() => {
    if (asked === null) return undefined;
    let isUnmounted = false;
    const previewRequested = async (): Promise<void> => {
      const found = await fetchPreview(api, asked, null);
      if (!isUnmounted) setStage(found);
    };
    void previewRequested();
    return () => {
      isUnmounted = true;
    };
  }, [api, asked]);
  const choose = async (): Promise<void> => {
    const chosen = await api.invoke('feeds:chooseFile');
    if (!chosen.ok || chosen.value === null) return;
    begin(chosen.value, null);
    await look(chosen.value, null);
  };
  const follow = async (
    found: Extract<Stage, { kind: 'found' }>,
    followed: FollowOptions['followed'],
  ): Promise<void> => {
    setStage({ ...found, isAdding: true });
    const outcome = await api.invoke('feeds:add', found.pasted, { followed, replaces });
    if (outcome.ok) {
      putAway();
      onAdded?.(outcome.value.name);
      if (followed === 'none') goTo('communities');
    } else setStage({ kind: 'refused', problem: outcome.problem });
  };
  const isFetching = stage.kind === 'looking';

  return (
    <div className="add-feed">
      <Form
        className="add-feed-form"
        onSubmit={(event) => {
          event.preventDefault();
          void look(pasted);
        }}
      >
        <TextField
          className="add-feed-field"
          value={pasted}
          onChange={(value) => {
            setPasted(value);
            if (!isFetching) setStage({ kind: 'idle' });
          }}
        >
          <Label className="field-label">{replaces === null ? texts.addressOrText : texts.text}</Label>
          <TextArea
            className="input add-feed-text"
            rows={Math.min(pasted.split('\n').length, MOST_LINES)}
            placeholder={texts.addressExample}
            maxLength={500_000}
            spellCheck="false"
            onKeyDown={(event) => {
              // Enter submits an address; in text of several lines it makes a new line, and Ctrl+Enter submits.
              const isSent = event.ctrlKey || event.metaKey || (!event.shiftKey && !pasted.includes('\n'));
              if (event.key !== 'Enter' || !isSent) return;
              event.preventDefault();
              void look(pasted);
            }}
          />
        </TextField>
        <Button type="submit" isDisabled={pasted.trim() === '' || isFetching}>
          <ScanSearch aria-hidden size={16} />
          {isFetching ? texts.looking : texts.preview}
        </Button>
        {replaces === null ? (
          <Button look="quiet" isDisabled={isFetching} onPress={() => void choose()}>
            <FileUp aria-hidden size={16} />
            {texts.chooseFile}
          </Button>
        ) : (
          <Button look="quiet" onPress={() => begin('', null)}>
            {texts.leaveText}
          </Button>
        )}
      </Form>
      <div aria-live="polite">
        {asked !== null && (
          <p className="add-feed-asked">
            {texts.askedByLink}{' '}
            <Button look="quiet" size="small" onPress={putAway}>
              {texts.notNow}
            </Button>
          </p>
        )}
        {stage.kind === 'refused' && <ProblemBox problem={stage.problem} />}
        {stage.kind === 'found' && (
          <FeedPreview
            preview={stage.preview}
            isChange={replaces !== null}
            isAdding={stage.isAdding}
            onPreview={(address) => {
              begin(address, null);
              void look(address, null);
            }}
            onFollow={(followed) => void follow(stage, followed)}
            onCancel={asked === null ? () => setStage({ kind: 'idle' }) : putAway}
          />
        )}
      </div>
    </div>
  );
}
