import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Found } from '#core/search/rank.ts';
import type { SettingEntry } from './settingsTable.ts';
import { texts } from './texts.ts';

interface NameProps {
  readonly found: Found<SettingEntry>;
}

/** The name, with the letters of the query marked. */
function Name({ found: { item, spans } }: NameProps) {
  const ends = [0, ...spans.map(([, to]) => to)];
  return (
    <span className="found-setting-name">
      {spans.map(([from, to], index) => (
        <span key={from}>
          {item.name.slice(ends[index], from)}
          <mark className="found-setting-match">{item.name.slice(from, to)}</mark>
        </span>
      ))}
      {item.name.slice(ends.at(-1))}
    </span>
  );
}

export interface FoundSettingsProps {
  readonly found: readonly Found<SettingEntry>[];
  readonly onChoose: (entry: SettingEntry) => void;
}

const keyOf = ({ section, label }: SettingEntry): string => `${section} ${label ?? ''}`;

/** The settings that a search found. Enter and a click open the section of one. */
export const FoundSettings = ({ found, onChoose }: FoundSettingsProps) => (
  <div className="found-settings">
    <p className="eyebrow" aria-live="polite">
      {texts.found(found.length)}
    </p>
    <ListBox
      aria-label={texts.foundList}
      className="found-setting-list"
      items={found.map((one) => ({ ...one, id: keyOf(one.item) }))}
      onAction={(key) => {
        const chosen = found.find(({ item }) => keyOf(item) === key);
        if (chosen !== undefined) onChoose(chosen.item);
      }}
    >
      {(one) => (
        <ListBoxItem
          textValue={`${one.item.name}, ${texts.sections[one.item.section]}`}
          className="found-setting"
        >
          <Name found={one} />
          <span className="quiet">
            {one.item.label === null ? texts.settings : texts.sections[one.item.section]}
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  </div>
);
