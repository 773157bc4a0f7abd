import { addressKind } from '../addressKind.ts';
import type { CommunityGroup, Lead } from '../meetingDraft.ts';
import { ADDRESS_MARK, type Page, type PageUnit } from './pageUnit.ts';

const PEOPLE =
  /\b(?:leads?|leaders?|leadership|organi[sz]ers?|chairs?|co-?chairs?|maintainers?|facilitators?|coordinators?|tech(?:nical)? leads?)\b/i;
const FORMER = /\b(?:emeritus|former|past|previous)\b/i;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const NAME = /^[\p{Lu}][\p{L}.'’-]+(?: (?:[\p{L}.'’()-]+)){1,3}/u;

const roleOf = (heading: string): string => {
  if (/co-?chair|chair/i.test(heading)) return 'chair';
  if (/tech/i.test(heading)) return 'tech lead';
  if (/organi[sz]er/i.test(heading)) return 'organizer';
  if (/leader/i.test(heading)) return 'leader';
  return /maintainer/i.test(heading) ? 'maintainer' : 'lead';
};

/** In letters. Leaders are named in a line; longer text would take quadratic time. */
const LONGEST_LEAD = 500;

/** `Aparna Sinha apsinha@google.com, Google` and `Bowei Du (@bowei), Google`. */
function leadOf(unit: PageUnit, role: string): Lead | null {
  const text = unit.text.slice(0, LONGEST_LEAD).replaceAll(ADDRESS_MARK, '').trim();
  const name = NAME.exec(
    text
      .replace(EMAIL, '')
      .replace(/[(<,].*$/, '')
      .trim(),
  )?.[0]?.trim();
  if (name === undefined) return null;
  const company = /,\s*([^,@()]+)$/.exec(text.replace(/\([^)]*\)/g, ''))?.[1]?.trim() ?? null;
  const email =
    EMAIL.exec(text)?.[0] ??
    unit.links.find((link) => link.address.startsWith('mailto:'))?.address.slice(7) ??
    null;
  const handle =
    /\(\**\[?@([\w-]+)/.exec(text)?.[1] ??
    unit.links.map((link) => /^https:\/\/github\.com\/([\w-]+)\/?$/.exec(link.address)?.[1]).find(Boolean) ??
    null;
  return { name, role, company, email, github: handle };
}

function leadsOf(page: Page): Lead[] {
  return page.units.flatMap((unit) => {
    const heading = unit.headings.at(-1)?.text ?? '';
    const isPeople = PEOPLE.test(heading) && !FORMER.test(unit.headings.map((other) => other.text).join(' '));
    const lead = unit.kind === 'item' && isPeople ? leadOf(unit, roleOf(heading)) : null;
    return lead === null ? [] : [lead];
  });
}

const firstOf = (page: Page, kind: 'chat' | 'list') =>
  page.units
    .flatMap((unit) => unit.links)
    .find(
      (link) =>
        addressKind(link.address) === kind &&
        !/^mailto:|invit|join\.slack|slack\.(?:k8s|kubernetes|cncf)\.io/i.test(link.address),
    )?.address ?? null;

/** The group of a page; null without a title. */
export function groupOf(page: Page): CommunityGroup | null {
  const name = page.title ?? page.headings[0]?.text ?? null;
  if (name === null) return null;
  const kind = /\bsig\b|special interest/i.test(name)
    ? 'sig'
    : /\bwg\b|working group/i.test(name)
      ? 'wg'
      : /committee/i.test(name)
        ? 'committee'
        : 'group';
  const charter =
    page.units.flatMap((unit) => unit.links).find((link) => /charter/i.test(link.text))?.address ?? null;
  return {
    id: name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
    name: name.replace(/^the /i, ''),
    kind,
    description: null,
    charter,
    leads: leadsOf(page),
    chat: firstOf(page, 'chat'),
    mailingList: firstOf(page, 'list'),
  };
}
