import { Check, CircleHelp, Minus, X, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { Attendance, Attendee, Reply } from '#core/agenda/attendance.ts';
import { hueOf } from '#core/format/hue.ts';
import { Part } from '../../kit/widgets/Part.tsx';
import { texts } from '../texts.ts';

const { people: words } = texts;

/** More are shown on request. */
const SHOWN_FIRST = 4;

const ICONS: Readonly<Record<Reply, LucideIcon>> = { yes: Check, maybe: CircleHelp, no: X, none: Minus };
const ORDER: readonly Reply[] = ['yes', 'maybe', 'no', 'none'];

/** `MI` for Mira, `AF` for Ada Fern. */
const initials = (name: string): string => {
  const [first = '', second = ''] = name.split(/[\s.@_-]+/u);
  const begin = (word: string, count: number): string => Array.from(word).slice(0, count).join('');
  return (begin(first, second === '' ? 2 : 1) + begin(second, 1)).toLocaleUpperCase('en');
};

function Person({ person: { name, address, reply, isOrganizer } }: { readonly person: Attendee }) {
  const Icon = ICONS[reply];
  return (
    <li className="person">
      <span className={`person-mark c-${hueOf(address)}`} aria-hidden>
        {initials(name)}
      </span>
      <span className="person-name">
        <bdi title={address}>{name}</bdi> {isOrganizer && <span className="quiet">{words.organizer}</span>}
      </span>
      <span className="person-reply" data-reply={reply}>
        <Icon aria-hidden size={14} />
        {words.replies[reply]}
      </span>
    </li>
  );
}

/** The invited people, with the replies that the calendar states. */
export function People({ attendance: { people, replies } }: { readonly attendance: Attendance }) {
  const [isWhole, setWhole] = useState(false);
  const invited = ORDER.reduce((sum, reply) => sum + replies[reply], 0);
  const counts = ORDER.filter((reply) => replies[reply] > 0).map((reply) =>
    words.count(replies[reply], reply),
  );
  const more = people.length - SHOWN_FIRST;
  // One more line is not worth a button.
  const isCut = !isWhole && more > 1;
  const unnamed = Math.max(0, invited - people.length);
  return (
    <Part title={words.invited(invited)} aside={<span className="quiet">{counts.join(' · ')}</span>}>
      <ul className="people">
        {(isCut ? people.slice(0, SHOWN_FIRST) : people).map((person) => (
          <Person key={person.address} person={person} />
        ))}
      </ul>
      {isCut && (
        <button type="button" className="text-button" onClick={() => setWhole(true)}>
          {words.showMore(more)}
        </button>
      )}
      {!isCut && unnamed > 0 && <p className="quiet">{texts.andMore(unnamed)}</p>}
    </Part>
  );
}
