import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { ruleSentence, ruleWords } from '#core/agenda/ruleWords.ts';
import { MOST_RULES, withKept, type MeetingRule } from '#core/agenda/meetingRules.ts';
import { useFocusAfterRemoval } from '../../kit/useFocusAfterRemoval.ts';
import { useCalendarName } from '../../kit/useCalendarName.ts';
import { useSettings } from '../../kit/useSettings.ts';
import { Button } from '../../kit/widgets/Button.tsx';
import { SegmentedChoice } from '../../kit/widgets/SegmentedChoice.tsx';
import { Switch } from '../../kit/widgets/Switch.tsx';
import { SettingRow, SettingsGroup } from '../SettingsGroup.tsx';
import { CaughtList } from './CaughtList.tsx';
import { newRuleId } from './ruleDraft.ts';
import { OUTCOMES, RuleForm } from './RuleForm.tsx';
import { useCaught, useKept, useRules, type Rules } from './useRules.ts';
import { texts } from '../texts.ts';

const KINDS = ['maybe', 'onlyWithLink', 'tentative', 'declined', 'allDay'] as const;

/** The kinds of meetings that are announced, whatever their titles are. */
function MeetingKinds() {
  const { settings, change } = useSettings();
  const { reminders } = settings;
  return (
    <SettingsGroup title={texts.meetingKinds}>
      {KINDS.map((kind) => (
        <SettingRow key={kind} {...texts.rules[kind]}>
          <Switch
            aria-label={texts.rules[kind].label}
            isSelected={reminders[kind]}
            onChange={(isOn) => change({ reminders: { ...reminders, [kind]: isOn } })}
          />
        </SettingRow>
      ))}
    </SettingsGroup>
  );
}

interface RuleRowProps {
  readonly rule: MeetingRule;
  readonly index: number;
  readonly count: number;
  readonly isChosen: boolean;
  readonly actions: Rules;
  readonly onChoose: () => void;
  readonly onEdit: () => void;
}

function RuleRow({ rule, index, count, isChosen, actions, onChoose, onEdit }: RuleRowProps) {
  const nameOf = useCalendarName();
  const { what, where } = ruleWords(rule, nameOf);
  const name = ruleSentence(rule, nameOf);
  const { rules, put, move, remove } = actions;
  return (
    <li className="meeting-rule" data-chosen={isChosen || undefined} data-off={!rule.isOn || undefined}>
      <Switch
        aria-label={texts.ruleIsOn(name)}
        isSelected={rule.isOn}
        onChange={(isOn) => put({ ...rule, isOn })}
      />
      <div className="meeting-rule-words">
        <p>
          {what.map(({ text, isStrong }, at) =>
            // The parts have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key
            isStrong ? <strong key={at}>{text}</strong> : <span key={at}>{text}</span>,
          )}
        </p>
        <p className="quiet">{where}</p>
      </div>
      <SegmentedChoice
        label={texts.outcomeOf(name)}
        value={rule.outcome}
        options={OUTCOMES}
        onChange={(outcome) => put({ ...rule, outcome })}
      />
      <button
        type="button"
        className="meeting-rule-count"
        aria-expanded={isChosen}
        aria-label={texts.showCaught(count, name)}
        onClick={onChoose}
      >
        {count}
      </button>
      <div className="meeting-rule-actions">
        <Button
          look="quiet"
          size="icon"
          aria-label={texts.moveUp(name)}
          isDisabled={index === 0}
          onPress={() => move(index, -1)}
        >
          <ArrowUp aria-hidden size={16} />
        </Button>
        <Button
          look="quiet"
          size="icon"
          aria-label={texts.moveDown(name)}
          isDisabled={index === rules.length - 1}
          onPress={() => move(index, 1)}
        >
          <ArrowDown aria-hidden size={16} />
        </Button>
        <Button look="quiet" size="icon" aria-label={texts.editRule(name)} onPress={onEdit}>
          <Pencil aria-hidden size={16} />
        </Button>
        <Button look="quiet" size="icon" aria-label={texts.removeRule(name)} onPress={() => remove(index)}>
          <Trash2 aria-hidden size={16} />
        </Button>
      </div>
    </li>
  );
}

/** The user's rules in order, a form to make one, and the kinds of meetings that are announced. */
export function RuleSettings() {
  const actions = useRules();
  const { rules, put } = actions;
  const caught = useCaught(rules);
  const [chosen, choose] = useState<string | null>(null);
  /** The id of the rule in the form; null while it is closed, undefined before the first use. */
  const [edited, edit] = useState<string | null | undefined>(undefined);
  const begin = useFocusAfterRemoval<HTMLButtonElement>(rules.length);
  const hadForm = useRef(false);
  const opener = useRef<HTMLElement | null>(null);
  const openForm = (id: string): void => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    edit(id);
  };
  useEffect(() => {
    // The form closed with the focus in it.
    if (hadForm.current && edited === null) {
      const target = opener.current?.isConnected === true ? opener.current : begin.current;
      target?.focus();
    }
    hadForm.current = typeof edited === 'string';
  }, [begin, edited]);
  const shown = rules.find(({ id }) => id === chosen);
  const kept = useKept(shown);
  return (
    <>
      <div className="card settings-card" data-setting={texts.meetingRules}>
        {rules.length > 0 && (
          <ol aria-label={texts.meetingRules} className="meeting-rules">
            {rules.map((rule, index) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                index={index}
                count={caught.get(rule.id)?.length ?? 0}
                isChosen={rule.id === chosen}
                actions={actions}
                onChoose={() => choose(rule.id === chosen ? null : rule.id)}
                onEdit={() => openForm(rule.id)}
              />
            ))}
          </ol>
        )}
        <div className="setting">
          <Button
            ref={begin}
            look="quiet"
            isDisabled={rules.length >= MOST_RULES}
            onPress={() => openForm(newRuleId(rules))}
          >
            <Plus aria-hidden size={16} />
            {texts.addARule}
          </Button>
          <span className="quiet">{rules.length === 0 ? texts.noRules : texts.rulesOrder}</span>
        </div>
      </div>
      {typeof edited === 'string' && (
        <RuleForm
          key={edited}
          id={edited}
          rule={rules.find(({ id }) => id === edited) ?? null}
          rules={rules}
          onSave={(rule) => {
            put(rule);
            choose(rule.id);
            edit(null);
          }}
          onCancel={() => edit(null)}
        />
      )}
      {shown !== undefined && typeof edited !== 'string' && (
        <CaughtList
          outcome={shown.outcome}
          caught={caught.get(shown.id) ?? []}
          kept={kept}
          onKeep={(occurrence, isKept) => put(withKept(shown, occurrence, isKept))}
        />
      )}
      <MeetingKinds />
    </>
  );
}
