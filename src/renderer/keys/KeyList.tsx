import { useApp } from '../kit/AppContext.tsx';
import { useSettings } from '../kit/useSettings.ts';
import { chordOfAccelerator } from './chord.ts';
import { Keys } from './Keys.tsx';
import { keyList } from './shortcuts.ts';
import { texts } from './texts.ts';

/** All keys, grouped. */
export function KeyList() {
  const { settings } = useSettings();
  const isMac = useApp((state) => state.info?.platform === 'darwin');
  const global = settings.joinKeys === null ? null : chordOfAccelerator(settings.joinKeys, isMac);
  return (
    <div className="key-list">
      {keyList(settings.hasLetterKeys).map(({ group, lines }) => (
        <section key={group} className="key-group">
          <h3 className="key-group-name">{texts.groups[group]}</h3>
          <dl className="key-lines">
            {group === 'meetings' && global !== null && <KeyLine chords={[global]} does={texts.globalJoin} />}
            {lines.map((line) => (
              <KeyLine key={`${line.does} ${line.chords.join(' ')}`} {...line} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

const KeyLine = ({ chords, does }: { readonly chords: readonly string[]; readonly does: string }) => (
  <div className="key-line">
    <dt className="key-chords">
      {chords.map((chord, index) => (
        <span key={chord} className="key-chord">
          {index > 0 && <span className="key-or">{texts.or}</span>}
          <Keys chord={chord} />
        </span>
      ))}
    </dt>
    <dd>{does}</dd>
  </div>
);
