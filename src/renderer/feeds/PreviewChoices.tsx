import type { FeedPreview } from '#core/feeds/feedPreview.ts';
import type { EntryOutcome } from '#core/feeds/starterPack.ts';
import { Badge } from '../kit/widgets/Badge.tsx';
import { Button } from '../kit/widgets/Button.tsx';
import { texts } from './texts.ts';

/** True for a list of calendars or a starter pack: it has no meetings itself. */
export const isList = ({ choices, seriesCount }: FeedPreview): boolean =>
  choices.length > 0 && seriesCount === 0;

/** What kind of entry it is: the address without its path, which names nothing. */
function about({ entry, replaced }: FeedPreview['choices'][number]): string {
  if (replaced > 0) return texts.groupsInstead(replaced);
  if (entry.kind === 'groups') return texts.groupsOf(entry.followed === 'all' ? null : entry.followed.length);
  if (entry.kind === 'stated') return texts.stated;
  return URL.parse(entry.address)?.host ?? entry.address;
}

/** The places of the choices that fit. */
export const placesOf = (
  choices: FeedPreview['choices'],
  fits: (choice: FeedPreview['choices'][number]) => boolean,
): number[] => choices.flatMap((choice, at) => (fits(choice) ? [at] : []));

export interface PreviewChoicesProps {
  readonly choices: FeedPreview['choices'];
  /** Places of the chosen ones. */
  readonly chosen: ReadonlySet<number>;
  readonly onChoose: (chosen: ReadonlySet<number>) => void;
  /** Those that could not be followed. */
  readonly failed: readonly EntryOutcome[];
}

/** The calendars of a list or a starter pack, to choose from. Those that are followed already stay. */
export function PreviewChoices({ choices, chosen, onChoose, failed }: PreviewChoicesProps) {
  // What takes the place of the user’s own choice is chosen by itself only.
  const open = placesOf(choices, ({ isFollowed, replaced }) => !isFollowed && replaced === 0);
  const isAll = open.every((at) => chosen.has(at));
  const change = (at: number, isOn: boolean): void => {
    const next = new Set(chosen);
    if (isOn) next.add(at);
    else next.delete(at);
    onChoose(next);
  };
  return (
    <fieldset className="preview-choices">
      <legend className="visually-hidden">{texts.chooseFromList}</legend>
      <div className="preview-offer">
        <p aria-live="polite">{texts.chosenOf(chosen.size, choices.length)}</p>
        {open.length > 1 && (
          <Button size="small" onPress={() => onChoose(new Set(isAll ? [] : open))}>
            {isAll ? texts.chooseNone : texts.chooseAll(open.length)}
          </Button>
        )}
      </div>
      <ul>
        {choices.map((choice, at) => {
          const { entry, isFollowed } = choice;
          const failure = failed.find((one) => one.at === at)?.problem ?? null;
          return (
            // The list never changes while it is shown.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>
              <label className="check-row preview-choice">
                <input
                  type="checkbox"
                  checked={isFollowed || chosen.has(at)}
                  disabled={isFollowed}
                  onChange={(event) => change(at, event.target.checked)}
                />
                <span className="preview-choice-name">{entry.name}</span>
                {isFollowed ? (
                  <Badge tone="accent">{texts.isFollowed}</Badge>
                ) : (
                  <span className="quiet">{about(choice)}</span>
                )}
              </label>
              {failure !== null && <p className="preview-failed">{`${failure.title}. ${failure.detail}`}</p>}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
