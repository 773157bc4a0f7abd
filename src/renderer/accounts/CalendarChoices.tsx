import type { FoundAccount } from '#core/accounts/account.ts';
import { Badge } from '../kit/widgets/Badge.tsx';
import { texts } from './texts.ts';

export interface CalendarChoicesProps {
  readonly account: FoundAccount;
  /** URLs. */
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  /** Those that are followed already stay so. */
  readonly isAdding: boolean;
}

/** The calendars of an account with their colours and rights; a box chooses each. */
export const CalendarChoices = ({ account, chosen, onChange, isAdding }: CalendarChoicesProps) => (
  <fieldset className="account-calendars">
    <legend className="account-calendars-title">{texts.chooseFrom(account.name, account.user)}</legend>
    {account.calendars.map(({ url, name, hue, isReadOnly, feedId }, index) => (
      <label key={url} className="account-calendar">
        <input
          type="checkbox"
          className="check"
          // The look-up ends here: the next thing to do is to choose.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={index === 0}
          checked={chosen.has(url)}
          disabled={isAdding && feedId !== null}
          onChange={({ target }) => {
            const next = new Set(chosen);
            if (target.checked) next.add(url);
            else next.delete(url);
            onChange(next);
          }}
        />
        <span className={`hue-square c-${hue}`} aria-hidden />
        <span className="account-calendar-name">{name}</span>
        {isReadOnly && <Badge>{texts.readOnly}</Badge>}
        {isAdding && feedId !== null && <Badge>{texts.followed}</Badge>}
      </label>
    ))}
  </fieldset>
);
