import { hueOf } from '#core/format/hue.ts';
import { useApp } from '../kit/AppContext.tsx';
import { hidingUndo, withCalendar } from '../kit/hideCalendar.ts';
import { useSettings } from '../kit/useSettings.ts';
import { texts } from './texts.ts';

/** The calendars with their colours; a box shows or hides the meetings of one. */
export function ShownCalendars() {
  const all = useApp((state) => state.feeds);
  const { settings, changeInTurn } = useSettings();
  // Of the built-in communities perhaps nothing is followed.
  const feeds = all?.filter(({ feed: { followed } }) => followed.length > 0) ?? [];
  if (feeds.length === 0) return null;
  return (
    <fieldset className="shown-calendars">
      <legend className="shown-title">{texts.shown}</legend>
      {feeds.map(({ feed: { id, name } }) => {
        const choice = settings.calendars[id] ?? {};
        const isShown = choice.isShown !== false;
        return (
          <label key={id} className="shown-calendar" data-off={!isShown || undefined}>
            <input
              type="checkbox"
              className={`shown-box c-${choice.hue ?? hueOf(id)}`}
              checked={isShown}
              onChange={() => {
                const wanted = { isShown: !isShown };
                changeInTurn(
                  (present) => withCalendar(present, id, wanted),
                  hidingUndo(id, choice.name ?? name, wanted),
                );
              }}
            />
            <span className="shown-name">{choice.name ?? name}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
