import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Input, TextField, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { reply } from '#core/agenda/attendance.ts';
import { ruleOutcome, withKept, type MeetingRule } from '#core/agenda/meetingRules.ts';
import { useApp } from '../../kit/AppContext.tsx';
import { allOccurrencesOf } from '../../store/agendaSlice.ts';
import { useCalendarName } from '../../kit/useCalendarName.ts';
import { Button } from '../../kit/widgets/Button.tsx';
import { Choice } from '../../kit/widgets/Choice.tsx';
import { SegmentedChoice } from '../../kit/widgets/SegmentedChoice.tsx';
import { CaughtList } from './CaughtList.tsx';
import { conditionsOf, draftOf, EMPTY_DRAFT, type Match, type RuleDraft } from './ruleDraft.ts';
import { useCaught, useKept } from './useRules.ts';
import { texts } from '../texts.ts';

export const OUTCOMES = ruleOutcome.options.map((value) => ({ value, label: texts.outcomes[value] }));

const LENGTHS = [15, 30, 45, 60, 90, 120, 180, 240, 480] as const;

interface PartProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** One condition of the form. */
function Part({ label, children }: PartProps) {
  return (
    <fieldset className="rule-part">
      <legend className="visually-hidden">{label}</legend>
      <span aria-hidden className="rule-part-label">
        {label}
      </span>
      <div className="rule-part-controls">{children}</div>
    </fieldset>
  );
}

interface MatchProps<M extends Match> {
  readonly label: string;
  readonly value: M;
  readonly words: Readonly<Record<M, string>>;
  readonly options: readonly M[];
  readonly onChange: (match: M) => void;
}

const MatchChoice = <M extends Match>({ label, value, words, options, onChange }: MatchProps<M>) => (
  <Choice
    label={label}
    value={value}
    options={options.map((id) => ({ id, label: words[id] }))}
    onChange={onChange}
  />
);

const ALL = ['any', 'only', 'never'] as const;
const BOTH = ['only', 'never'] as const;

interface ToggleProps {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

const Toggles = ({ label, options, chosen, onChange }: ToggleProps) => (
  <ToggleButtonGroup
    className="days-toggle"
    aria-label={label}
    selectionMode="multiple"
    selectedKeys={chosen}
    onSelectionChange={(keys) => onChange([...keys].map(String))}
  >
    {options.map(({ id, label: name }) => (
      <ToggleButton key={id} id={id} className="day-toggle">
        {name}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);

interface PartsProps {
  readonly draft: RuleDraft;
  readonly onChange: (change: Partial<RuleDraft>) => void;
}

function TextPart({ kind, draft, onChange }: PartsProps & { readonly kind: 'title' | 'organizer' }) {
  const { match, text } = draft[kind];
  const words = texts.ruleParts[kind];
  return (
    <Part label={words.label}>
      <MatchChoice
        label={words.label}
        value={match}
        words={words}
        options={BOTH}
        onChange={(next) => onChange({ [kind]: { match: next, text } })}
      />
      <TextField
        className="rule-text"
        aria-label={words.field}
        value={text}
        onChange={(next) => onChange({ [kind]: { match, text: next } })}
      >
        <Input className="input" placeholder={words.example} maxLength={2000} />
      </TextField>
    </Part>
  );
}

function CalendarPart({ draft: { calendar }, onChange }: PartsProps) {
  const feeds = useApp((state) => state.feeds);
  const nameOf = useCalendarName();
  const words = texts.ruleParts.calendar;
  return (
    <Part label={words.label}>
      <MatchChoice
        label={words.label}
        value={calendar.match}
        words={words}
        options={ALL}
        onChange={(match) => onChange({ calendar: { ...calendar, match } })}
      />
      {calendar.match !== 'any' && (
        <Toggles
          label={words.field}
          options={(feeds ?? []).map(({ feed }) => ({ id: feed.id, label: nameOf(feed.id) ?? feed.name }))}
          chosen={calendar.feedIds}
          onChange={(feedIds) => onChange({ calendar: { ...calendar, feedIds } })}
        />
      )}
    </Part>
  );
}

/** The communities of the user's meetings, and those that the rule names already. */
function useCommunityNames(named: readonly string[]): readonly string[] {
  const occurrences = useApp(allOccurrencesOf);
  const own = occurrences.flatMap(({ communityName }) => communityName ?? []);
  return [...new Set([...named, ...own])].toSorted((one, other) => one.localeCompare(other));
}

function CommunityPart({ draft: { community }, onChange }: PartsProps) {
  const names = useCommunityNames(community.names);
  const words = texts.ruleParts.community;
  return (
    <Part label={words.label}>
      <MatchChoice
        label={words.label}
        value={community.match}
        words={words}
        options={ALL}
        onChange={(match) => onChange({ community: { ...community, match } })}
      />
      {community.match !== 'any' && names.length > 0 && (
        <Toggles
          label={words.field}
          options={names.map((name) => ({ id: name, label: name }))}
          chosen={community.names}
          onChange={(chosen) => onChange({ community: { ...community, names: chosen } })}
        />
      )}
      {community.match !== 'any' && names.length === 0 && <p className="quiet">{words.none}</p>}
    </Part>
  );
}

function FactParts({ draft, onChange }: PartsProps) {
  const { reply: replied, length, room, allDay } = draft;
  const parts = texts.ruleParts;
  return (
    <>
      <Part label={parts.reply.label}>
        <MatchChoice
          label={parts.reply.label}
          value={replied.match}
          words={parts.reply}
          options={ALL}
          onChange={(match) => onChange({ reply: { ...replied, match } })}
        />
        {replied.match !== 'any' && (
          <Toggles
            label={parts.reply.field}
            options={reply.options.map((id) => ({ id, label: texts.replies[id] }))}
            chosen={replied.replies}
            onChange={(chosen) =>
              onChange({
                reply: { ...replied, replies: reply.options.filter((one) => chosen.includes(one)) },
              })
            }
          />
        )}
      </Part>
      <Part label={parts.length.label}>
        <MatchChoice
          label={parts.length.label}
          value={length.match}
          words={parts.length}
          options={ALL}
          onChange={(match) => onChange({ length: { ...length, match } })}
        />
        {length.match !== 'any' && (
          <Choice
            label={parts.length.field}
            value={length.minutes}
            options={[...new Set([...LENGTHS, length.minutes])]
              .toSorted((one, other) => one - other)
              .map((id) => ({ id, label: texts.minutesLong(id) }))}
            onChange={(minutes) => onChange({ length: { ...length, minutes } })}
          />
        )}
      </Part>
      <Part label={parts.room.label}>
        <MatchChoice
          label={parts.room.label}
          value={room}
          words={parts.room}
          options={ALL}
          onChange={(match) => onChange({ room: match })}
        />
      </Part>
      <Part label={parts.allDay.label}>
        <MatchChoice
          label={parts.allDay.label}
          value={allDay}
          words={parts.allDay}
          options={ALL}
          onChange={(match) => onChange({ allDay: match })}
        />
      </Part>
    </>
  );
}

export interface RuleFormProps {
  /** Null for a new rule. */
  readonly rule: MeetingRule | null;
  /** Id of the rule that is made or changed. */
  readonly id: string;
  readonly rules: readonly MeetingRule[];
  readonly onSave: (rule: MeetingRule) => void;
  readonly onCancel: () => void;
}

/** Makes or changes a rule, with a live list of what it catches. */
export function RuleForm({ rule, id, rules, onSave, onCancel }: RuleFormProps) {
  const [draft, setDraft] = useState<RuleDraft>(() => (rule === null ? EMPTY_DRAFT : draftOf(rule)));
  const form = useRef<HTMLFormElement>(null);
  useEffect(
    () => form.current?.querySelector<HTMLElement>('input[type="text"], input:not([type])')?.focus(),
    [],
  );
  const put = (change: Partial<RuleDraft>): void => setDraft((before) => ({ ...before, ...change }));
  const conditions = conditionsOf(draft);
  const [exceptions, setExceptions] = useState(rule?.kept);
  const made: MeetingRule = { id, isOn: true, outcome: draft.outcome, conditions, kept: exceptions };
  const kept = useKept(made);
  const at = rules.findIndex((one) => one.id === id);
  const tried = conditions.length === 0 ? [] : at === -1 ? [...rules, made] : rules.with(at, made);
  const caught = useCaught(tried).get(id) ?? [];
  return (
    // Escape closes it from each of its controls.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className="card rule-form"
      aria-label={rule === null ? texts.newRule : texts.changeRule}
      onKeyDown={(event) => {
        // An open list closes itself first.
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (conditions.length > 0) onSave(rule === null ? made : { ...made, isOn: rule.isOn });
      }}
    >
      <TextPart kind="title" draft={draft} onChange={put} />
      <TextPart kind="organizer" draft={draft} onChange={put} />
      <CalendarPart draft={draft} onChange={put} />
      <CommunityPart draft={draft} onChange={put} />
      <FactParts draft={draft} onChange={put} />
      <Part label={texts.outcome}>
        <SegmentedChoice
          label={texts.outcome}
          value={draft.outcome}
          options={OUTCOMES}
          onChange={(outcome) => put({ outcome })}
        />
      </Part>
      {conditions.length === 0 ? (
        <p className="quiet rule-empty">{texts.ruleSaysNothing}</p>
      ) : (
        <CaughtList
          outcome={draft.outcome}
          caught={caught}
          kept={kept}
          onKeep={(occurrence, isKept) => setExceptions(withKept(made, occurrence, isKept).kept)}
        />
      )}
      <div className="setting-buttons">
        <Button type="submit" look="primary" isDisabled={conditions.length === 0}>
          {rule === null ? texts.addRule : texts.saveRule}
        </Button>
        <Button look="quiet" onPress={onCancel}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}
