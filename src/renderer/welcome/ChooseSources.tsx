import { CalendarDays, CheckCircle2, Moon, Users } from 'lucide-react';
import { useState } from 'react';
import type { ListedCommunity } from '#core/directory/directoryView.ts';
import { searchGroups } from '#core/directory/searchCommunities.ts';
import { beginsName } from '#core/directory/searchDirectory.ts';
import { dateOf } from '#core/agenda/agenda.ts';
import type { Provider } from '#core/accounts/providers.ts';
import { AccountSetup } from '../accounts/AccountSetup.tsx';
import { useApp, useNow, useTimeFormat } from '../kit/AppContext.tsx';
import { Badge } from '../kit/widgets/Badge.tsx';
import { SearchBox } from '../kit/widgets/SearchBox.tsx';
import { groupTimeWords, isAtNight } from '../communities/groupTimes.ts';
import type { Group } from '../communities/shownGroups.ts';
import { PasteField } from '../feeds/PasteField.tsx';
import { PreviewCard } from '../feeds/PreviewCard.tsx';
import { Providers } from '../feeds/Providers.tsx';
import type { Pasting } from '../feeds/usePasting.ts';
import { CommunityChoice } from './CommunityChoice.tsx';
import type { WelcomeCommunities } from './useWelcomeCommunities.ts';
import type { WelcomeGroups } from './useWelcomeGroups.ts';
import type { Wants } from './welcomeSteps.ts';
import { texts } from './texts.ts';

interface GroupChoiceProps {
  readonly group: Group;
  readonly isChosen: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function GroupChoice({ group: { community, times }, isChosen, onChange }: GroupChoiceProps) {
  const format = useTimeFormat();
  const { zone } = format;
  const isToday = useNow((now) => times.some(({ next }) => dateOf(next.from, zone) === dateOf(now, zone)));
  const [first] = times;
  return (
    <li>
      <label className="check-row welcome-group">
        <input type="checkbox" checked={isChosen} onChange={(event) => onChange(event.target.checked)} />
        <span className="welcome-group-text">
          <span className="welcome-group-name">{community.name}</span>
          <span className="welcome-group-when">{groupTimeWords(times, format)}</span>
        </span>
        {isToday ? (
          <Badge tone="accent">{texts.today}</Badge>
        ) : (
          first !== undefined &&
          isAtNight(first.next.from, zone) && (
            <span className="welcome-group-night">
              <Moon aria-hidden size={13} />
              {texts.atNight}
            </span>
          )
        )}
      </label>
    </li>
  );
}

interface GroupsProps extends WelcomeGroups {
  readonly communities: WelcomeCommunities;
}

function Groups({ groups, isChosen, chosenCount, choose, communities }: GroupsProps) {
  const [query, setQuery] = useState('');
  const words = query.trim();
  const found = searchGroups(groups, words, ({ community }) => community);
  const others = communities.find(words);
  // Rows keep their places when one is chosen: those lead that the words or the user's calendars name.
  const isFound = others.some((row) => beginsName(row, words));
  const leads = (row: ListedCommunity): boolean => (words === '' ? communities.isNamed(row) : isFound);
  const listed = (row: ListedCommunity) => (
    <CommunityChoice key={row.id} row={row} communities={communities} />
  );
  return (
    <section className="welcome-pane" aria-label={texts.openSource}>
      <header className="welcome-pane-head">
        <Users aria-hidden size={16} />
        <h3 className="welcome-pane-title">{texts.openSource}</h3>
        <p className="quiet" aria-live="polite">
          {texts.chosen(chosenCount + communities.chosenCount)}
        </p>
      </header>
      <SearchBox id="welcome-search" label={texts.searchGroups} value={query} onChange={setQuery} />
      <ul className="welcome-groups">
        {others.filter(leads).map(listed)}
        {found.map((group) => (
          <GroupChoice
            key={group.community.id}
            group={group}
            isChosen={isChosen(group)}
            onChange={(isOn) => choose(group, isOn)}
          />
        ))}
        {others.filter((row) => !leads(row)).map(listed)}
        {found.length + others.length === 0 && <li className="welcome-none">{texts.noGroup(words)}</li>}
      </ul>
    </section>
  );
}

interface MyCalendarProps {
  readonly pasting: Pasting;
  readonly added: readonly string[];
  readonly onEnter: () => void;
}

function MyCalendar({ pasting, added, onEnter }: MyCalendarProps) {
  const accounts = useApp((state) => state.accounts);
  const [provider, setProvider] = useState<Provider | null>(null);
  const isAccount = provider?.need.kind === 'account';
  return (
    <section className="welcome-pane" aria-label={texts.myCalendar}>
      <header className="welcome-pane-head">
        <CalendarDays aria-hidden size={16} />
        <h3 className="welcome-pane-title">{texts.myCalendar}</h3>
      </header>
      <div className="welcome-pane-body">
        {added.map((name) => (
          <p key={name} className="welcome-added">
            <CheckCircle2 aria-hidden size={16} />
            {texts.isFollowed(name)}
          </p>
        ))}
        {accounts.map(({ id, name }) => (
          <p key={id} className="welcome-added">
            <CheckCircle2 aria-hidden size={16} />
            {texts.isFollowed(name)}
          </p>
        ))}
        {!isAccount && (
          <>
            <PasteField
              label={added.length === 0 ? texts.address : texts.anotherAddress}
              pasting={pasting}
              onEnter={onEnter}
            />
            <PreviewCard pasting={pasting} isChosen />
          </>
        )}
        <Providers
          chosen={provider}
          onChoose={setProvider}
          onFile={() => void pasting.chooseFile()}
          isFolded={isAccount}
        />
        {provider !== null && isAccount && (
          <AccountSetup
            key={provider.id}
            provider={provider}
            address=""
            onDone={() => setProvider(null)}
            onCancel={() => setProvider(null)}
          />
        )}
      </div>
    </section>
  );
}

export interface ChooseSourcesProps extends MyCalendarProps {
  readonly wants: Wants;
  readonly groups: WelcomeGroups;
  readonly communities: WelcomeCommunities;
}

/** The second step: one's own calendar, the groups, or both side by side. */
export const ChooseSources = ({ wants, groups, communities, ...calendar }: ChooseSourcesProps) => (
  <div className="welcome-panes">
    {wants.calendar && <MyCalendar {...calendar} />}
    {wants.groups && <Groups {...groups} communities={communities} />}
  </div>
);
