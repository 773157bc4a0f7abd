import { intervalOf } from '#calendar';
import {
  type CommunityGroup,
  datesOf,
  type DraftDates,
  groupTitle,
  type Lead,
  type MeetingDraft,
  type SigsContent,
  titleOf,
  uidsOf,
} from '#community-pages';
import {
  type CatalogueCommunity,
  type CatalogueMeeting,
  type CatalogueWhen,
  weekday,
} from './catalogueFile.ts';

/**
 * Converts the groups and meetings of a sigs.yaml to the catalogue's format, with the UIDs that they have as a
 * feed.
 */

/** The address with https, which all services in these files support; null for anything else. */
function secure(address: string | null): string | null {
  const written = address?.replace(/^http:/i, 'https:') ?? '';
  return /^https:/i.test(written) && URL.canParse(written) ? written : null;
}

const isWeekday = (code: string): boolean => weekday.safeParse(code).success;

/** The simplest form of the catalogue for the dates of a draft. */
function whenOf({ rule, doubt }: Pick<DraftDates, 'rule' | 'doubt'>, anchor: string | null): CatalogueWhen {
  // If the rule is not a reading of the words, only its weekday is known.
  const isWeekUnknown = doubt !== null && !doubt.readings.some((one) => one.rule === rule);
  const weekly = /^FREQ=WEEKLY(?:;INTERVAL=(\d))?;BYDAY=([A-Z,]+)$/.exec(rule);
  const on = (weekly?.[2]?.split(',') ?? []).filter(isWeekday).map((code) => weekday.parse(code));
  const [, weeks = '1'] = weekly ?? [];
  if (on.length > 0 && Number(weeks) <= 8) return { kind: 'weekly', weeks: Number(weeks), on, anchor };
  const monthly = /^FREQ=MONTHLY;BYDAY=(-?[1-5])?([A-Z]{2})$/.exec(rule);
  const [, nth, day = ''] = monthly ?? [];
  const known = weekday.safeParse(day);
  if (known.success && anchor === null && isWeekUnknown === (nth === undefined))
    return { kind: 'monthly', nth: nth === undefined ? null : Number(nth), on: known.data };
  return {
    kind: 'rule',
    rule,
    anchor,
    isUncertain: isWeekUnknown || (doubt !== null && intervalOf(rule) > 1),
  };
}

/** The other rules that the words of a draft may mean. */
const alternativesOf = ({ rule, doubt }: DraftDates): CatalogueWhen[] =>
  [...new Set(doubt?.readings.map((one) => one.rule))]
    .filter((one) => one !== rule)
    .map((one) => whenOf({ rule: one, doubt: null }, null));

function meetingOf(draft: MeetingDraft, uid: string, group: CommunityGroup): CatalogueMeeting {
  const dates = datesOf(draft);
  const own = (address: string | null, ofGroup: string | null): string | null =>
    address === ofGroup ? null : secure(address);
  return {
    uid,
    title: titleOf(draft, group),
    description: '',
    when: dates === null ? null : whenOf(dates, draft.anchor),
    time: dates?.time ?? null,
    zone: dates?.zone ?? null,
    minutes: draft.durationMinutes,
    join: secure(draft.join),
    agenda: secure(draft.notes),
    notes: secure(draft.notes),
    recordings: secure(draft.recordings),
    recorded: null,
    calendar: secure(draft.calendar),
    chat: own(draft.chat, group.chat),
    mailingList: own(draft.mailingList, group.mailingList),
    alternatives: dates === null ? [] : alternativesOf(dates),
    doubts: draft.doubts,
    questions: [],
    weekQuestions: [],
    assumptions: [],
    said: draft.text === '' ? null : draft.text,
    source: null,
  };
}

/** Leaders, each once with all of their roles. */
function leadsOf(leads: readonly Lead[]): CatalogueCommunity['leads'] {
  const roles = new Map<string, string[]>();
  for (const { name, role } of leads) roles.set(name, [...(roles.get(name) ?? []), role]);
  return [...roles].map(([name, own]) => {
    const company = leads.find((one) => one.name === name)?.company ?? null;
    return { name, detail: [own.join(' and '), company].filter((part) => part !== null).join(', ') };
  });
}

/** False for former leaders. */
export const isLeading = ({ role }: Lead): boolean => !/emeritus/i.test(role);

/** The web folder of a sigs.yaml: `https://github.com/kubernetes/community/tree/HEAD/`. */
function folderOf(address: string | null): string | null {
  const raw = /^https:\/\/raw\.githubusercontent\.com\/([^/]+\/[^/]+)\/(.+)\/[^/]+$/.exec(address ?? '');
  const [, repository, version] = raw ?? [];
  return repository === undefined ? null : `https://github.com/${repository}/tree/${version}/`;
}

/**
 * The communities of a sigs.yaml.
 * @param address of the file, to complete relative paths in it; null if unknown
 * @param withWords include descriptions: for fetched files, not for the catalogue that ships with the app
 */
export function sigsCommunities(
  { groups, drafts }: SigsContent,
  address: string | null,
  { withWords }: { readonly withWords: boolean },
): CatalogueCommunity[] {
  const folder = folderOf(address);
  const beside = (path: string | null): string | null =>
    path === null || folder === null || /^[a-z]+:/i.test(path) ? secure(path) : folder + path;
  const uids = uidsOf(drafts);
  return groups.map((group) => ({
    id: group.id,
    name: groupTitle(group),
    kind: group.kind === 'usergroup' ? 'group' : group.kind,
    description: withWords ? (group.description ?? '') : '',
    page: beside(group.id),
    charter: beside(
      group.charter === null || group.charter.includes('/') ? group.charter : `${group.id}/${group.charter}`,
    ),
    chat: secure(group.chat),
    mailingList: secure(group.mailingList),
    calendar: null,
    leads: leadsOf(group.leads.filter(isLeading)),
    meetings: [...uids].flatMap(([draft, uid]) =>
      draft.community === group.id && !draft.isInactive ? [meetingOf(draft, uid, group)] : [],
    ),
    source: null,
  }));
}
