import { ArrowLeft, Quote } from 'lucide-react';
import { Fragment, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import {
  formatTimeStamp,
  joinParagraphs,
  offsetFrom,
  type Paragraph,
  parseTimeStamp,
  quoteMarkdown,
  searchTranscript,
  toMeetingTime,
  videoLinkAt,
} from '#captions';
import { soughtCue, type SoughtCue } from '#core/notes/soughtCue.ts';
import type { StoredTranscript, TranscriptChange } from '#core/notes/storedTranscript.ts';
import { useApi, useApp, useAppStore } from '../kit/AppContext.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { OutLink } from '../kit/widgets/OutLink.tsx';
import { SearchBox } from '../kit/widgets/SearchBox.tsx';
import { useTranscript } from './useTranscripts.ts';
import { texts } from './texts.ts';

interface LineUpProps {
  readonly stored: StoredTranscript;
  readonly onChange: (change: TranscriptChange) => void;
}

const written = (offset: number): string => `${offset < 0 ? '-' : ''}${formatTimeStamp(Math.abs(offset))}`;

/** The address of the recording, and the offset at which the meeting begins in it. */
function LineUp({ stored, onChange }: LineUpProps) {
  const [address, setAddress] = useState(stored.videoUrl ?? '');
  const [start, setStart] = useState(written(stored.offset));
  const isBehind = start.trim().startsWith('-');
  const parsed = parseTimeStamp(start.trim().replace(/^-/, ''));
  return (
    <div className="transcript-line-up">
      <TextField
        value={address}
        onChange={setAddress}
        onBlur={() => onChange({ videoUrl: address.trim() || null })}
      >
        <Label className="field-label">{texts.recordingAddress}</Label>
        <Input className="input" placeholder="https://…" maxLength={2048} spellCheck="false" />
      </TextField>
      <TextField
        value={start}
        onChange={setStart}
        isInvalid={parsed === null}
        onBlur={() => parsed !== null && onChange({ offset: offsetFrom(0, isBehind ? -parsed : parsed) })}
      >
        <Label className="field-label">{texts.meetingBeginsAt}</Label>
        <Input className="input" placeholder="0:00" maxLength={12} spellCheck="false" />
      </TextField>
    </div>
  );
}

interface ParagraphRowProps {
  readonly paragraph: Paragraph;
  readonly stored: StoredTranscript;
  /** Offsets of the matches. */
  readonly hits: readonly number[];
  readonly length: number;
  /** The cue that the search of the notes found; null if it is elsewhere. */
  readonly cue: SoughtCue | null;
}

/** The text with matches marked. A match may continue into the next paragraph; that part is not marked. */
function MarkedText({ text, hits, length }: { text: string; hits: readonly number[]; length: number }) {
  const end = (at: number): number => Math.min(text.length, at + length);
  const parts = hits.map((at, index) => {
    const before = hits[index - 1];
    return (
      <Fragment key={at}>
        {text.slice(before === undefined ? 0 : end(before), at)}
        <mark>{text.slice(at, end(at))}</mark>
      </Fragment>
    );
  });
  const last = hits.at(-1);
  return (
    <p>
      {parts}
      {text.slice(last === undefined ? 0 : end(last))}
    </p>
  );
}

/** Scrolls to an element when it is rendered. */
const showInMiddle = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'center' });

/** The text with the cue that was found, and its time. */
function CueText({
  text,
  cue: { from, to, start },
  videoUrl,
}: {
  readonly text: string;
  readonly cue: SoughtCue;
  readonly videoUrl: string | null;
}) {
  const link = videoUrl === null ? null : videoLinkAt(videoUrl, start);
  const time = formatTimeStamp(start);
  return (
    <p>
      {text.slice(0, from)}
      <mark ref={showInMiddle} className="transcript-cue">
        {link === null ? <time>{time}</time> : <OutLink url={link.url}>{time}</OutLink>}{' '}
        {text.slice(from, to)}
      </mark>
      {text.slice(to)}
    </p>
  );
}

function ParagraphRow({ paragraph, stored, hits, length, cue }: ParagraphRowProps) {
  const { videoUrl, offset } = stored;
  const store = useAppStore();
  const note = useApp((state) => state.openNote);
  const { start, speaker, text } = paragraph;
  const link = videoUrl === null ? null : videoLinkAt(videoUrl, start);
  const place = formatTimeStamp(start);
  const quote = (): void => {
    const { readDraft, draftChanged } = store.getState();
    draftChanged(`${readDraft().replace(/\n*$/, '\n\n')}${quoteMarkdown(paragraph, videoUrl)}`);
  };
  return (
    <li className="transcript-paragraph">
      <div className="transcript-place">
        {link === null ? <span>{place}</span> : <OutLink url={link.url}>{place}</OutLink>}
        {speaker !== null && <strong>{speaker}</strong>}
        {offset !== 0 && (
          <span className="quiet">{texts.meetingClock(written(toMeetingTime(start, offset)))}</span>
        )}
        {note !== null && (
          <Button look="quiet" size="small" onPress={quote} aria-label={texts.quoteInto(place, note.title)}>
            <Quote aria-hidden size={14} />
            {texts.quote}
          </Button>
        )}
      </div>
      {cue === null ? (
        <MarkedText text={text} hits={hits} length={length} />
      ) : (
        <CueText key={cue.start} text={text} cue={cue} videoUrl={videoUrl} />
      )}
    </li>
  );
}

/** In a narrow window the transcript covers the row that opened it: then its title gets the focus. */
function useTitleFocused(isReady: boolean): RefObject<HTMLHeadingElement | null> {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const focused = document.activeElement;
    if (isReady && (focused === document.body || focused?.checkVisibility() === false))
      title.current?.focus();
  }, [isReady]);
  return title;
}

/** One transcript: read, search, quote. The recording is never loaded; a time stamp opens it in the browser. */
export default function TranscriptView({
  path,
  onBack,
}: {
  readonly path: string;
  readonly onBack: () => void;
}) {
  const api = useApi();
  const store = useAppStore();
  const { value: stored, askAgain } = useTranscript(path);
  const [words, setWords] = useState('');
  const paragraphs = useMemo(() => (stored ? joinParagraphs(stored.transcript.cues) : []), [stored]);
  const hits = useMemo(() => searchTranscript(paragraphs, words), [paragraphs, words]);
  const sought = useApp((state) => state.transcriptWords);
  const cue = useMemo(() => soughtCue(paragraphs, sought), [paragraphs, sought]);
  const title = useTitleFocused(stored !== null);
  if (stored === null) return null;
  const change = async (wanted: TranscriptChange): Promise<void> => {
    const outcome = await api.invoke('transcripts:change', path, wanted);
    if (!outcome.ok) store.getState().problemReported(outcome.problem);
    await askAgain();
  };
  const { speakers, date, scheduleUrl } = stored.transcript;
  const shown = paragraphs
    .map((paragraph, index) => ({
      paragraph,
      hits: hits.filter((hit) => hit.paragraph === index).map(({ at }) => at),
    }))
    .filter((one) => words.trim() === '' || one.hits.length > 0);
  return (
    <section className="note transcript" aria-label={texts.transcriptOf(stored.title)}>
      <header className="note-head">
        <div className="note-back transcript-back">
          <Button look="quiet" size="icon" aria-label={texts.closeTranscript} onPress={onBack}>
            <ArrowLeft aria-hidden size={16} />
          </Button>
        </div>
        <div className="note-heading">
          <h2 ref={title} tabIndex={-1} className="note-title" dir="auto">
            {stored.title}
          </h2>
          <p className="quiet">
            {[date, ...speakers.map(({ name }) => name)].filter(Boolean).join(' · ')}
            {scheduleUrl !== null && <OutLink url={scheduleUrl}>{texts.schedule}</OutLink>}
          </p>
        </div>
      </header>
      <LineUp
        key={`${stored.videoUrl} ${stored.offset}`}
        stored={stored}
        onChange={(wanted) => void change(wanted)}
      />
      <div className="transcript-search">
        <SearchBox id="transcript-search" label={texts.searchTranscript} value={words} onChange={setWords} />
        <output className="quiet">{words.trim() !== '' && texts.found(hits.length)}</output>
      </div>
      <ol className="transcript-text">
        {shown.map((one) => (
          <ParagraphRow
            key={one.paragraph.start}
            paragraph={one.paragraph}
            stored={stored}
            hits={one.hits}
            length={words.trim().length}
            cue={words.trim() === '' && paragraphs[cue?.paragraph ?? -1] === one.paragraph ? cue : null}
          />
        ))}
      </ol>
    </section>
  );
}
