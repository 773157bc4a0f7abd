import { quoted } from '#base';

/** What the directory of communities says. */
export const texts = {
  noFoundation: 'Other communities',
  usedByYou: 'Named in your calendars',
  lookInDirectory: (count: number) => `Look in the directory of ${count} more communities`,
  calendars: (count: number) =>
    count === 0 ? 'no calendar' : count === 1 ? '1 calendar' : `${count} calendars`,
  meetings: (count: number) => `${count} meeting${count === 1 ? '' : 's'} known`,
  followed: 'followed',
  archived: 'archived',
  asked: 'A link suggests this community. Follow it only if you know where the link came from.',
  askedTitle: 'An unknown community',
  askedUnknown:
    'A link suggests a community that the directory of this version does not have. Search for it by its name.',
  searchDirectory: 'Look in the directory',
  // Details
  close: 'Close',
  partOf: (foundation: string) =>
    `Part of ${/(?:Foundation|Mainframe Project)$/.test(foundation) ? 'the ' : ''}${foundation}.`,
  website: 'Website',
  loading: 'Reading…',
  calendarsHeading: 'Calendars',
  pagesHeading: 'Pages',
  noCalendarToFollow: 'No calendar that can be followed is known.',
  notTried: 'An address is fetched only when you follow it.',
  follow: (covers: string) => `Follow ${covers}`,
  checking: 'Asking the server…',
  isFollowed: (count: number) => `Followed, with ${count} meeting${count === 1 ? '' : 's'}.`,
  noNext: 'It has no meeting in the next three months, so it may be out of use.',
  openPage: 'Open',
  lfxPage: 'Open in LFX',
  meetingsHeading: (city: string) => `Meetings, in ${city}`,
  statedHint: 'From texts of the community. A calendar that you follow is newer.',
  inCalendarAs: (title: string) => `In the calendar as ${quoted(title)}`,
  noDates: 'no dates known',
  notes: 'Meeting notes',
  followStated: 'Follow as unconfirmed',
  followStatedHint:
    'Use this if no calendar answers. Each meeting then asks you whether it still takes place.',
  statedFollowed: 'These are followed as unconfirmed.',
  unfollow: 'Unfollow',
  talk: 'Talk to them',
  chat: 'Chat',
  list: 'Mailing list',
  conduct: 'If something is not right',
  conductPage: 'Code of conduct',
  remarks: 'Good to know',
  sources: 'Where this is from',
  /** @param name `llvm/llvm-project, docs/GettingInvolved.rst`, or the title of a page */
  source: (name: string, age: string) => {
    const [, repository, file] = /^([\w.-]+\/[\w.-]+), (?:.*\/)?([^/]+)$/u.exec(name) ?? [];
    return `${file === undefined ? name : `${file} of ${repository ?? ''}`}, ${age}`;
  },
  undated: 'undated',
  undatedText: (age: string) => `undated, ${age}`,
  asOf: (age: string) => `as of ${age}`,
  chats: {
    slack: 'Slack',
    discord: 'Discord',
    matrix: 'Matrix',
    irc: 'IRC',
    zulip: 'Zulip',
  },
};
