import { WrongUse, type Command } from '../command.ts';
import { usage } from '../texts.ts';

const overview = `Office Hours on the command line.

  office-hours agenda [--feed PATH-or-URL | --community NAME]… [--from ISO] [--to ISO] [--zone IANA] [--include-cancelled]
  office-hours next   [--feed PATH-or-URL]… [--now ISO] [--zone IANA] [--format plain|waybar|polybar|i3blocks]
  office-hours series --feed PATH-or-URL     the series of a feed, before they are dated; --changes: what changed
  office-hours remind [--feed PATH-or-URL]… [--from ISO] [--to ISO] [--lead 10m]…
  office-hours communities [WORDS…]          the directory of open-source communities
  office-hours follow NAME-or-URL            follows a community or a calendar for good; also unfollow
  office-hours check FILE-or-URL             what is wrong with a community file, a calendar or a page
  office-hours calendars --server URL --user NAME   the calendars of an account
  office-hours links                         meeting links in a text on standard input
  office-hours transcript FILE               captions of a recording, as paragraphs
  office-hours notes list
  office-hours notes search WORDS…
  office-hours export [--list] [FILE]        everything except secrets; --list: what you follow, for others
  office-hours import FILE [--yes]           what an export would change here; --yes imports it
  office-hours doctor                        what works on this computer
  office-hours help [COMMAND]
  office-hours --version

Every command but follow and unfollow takes --json. Without --feed the feeds of the app are used, or the
built-in catalogue.
Exit status: 0 done, 1 bad input, 2 wrong use.
`;

const pages: Readonly<Record<string, string>> = {
  agenda: `office-hours agenda – meetings that overlap a time window

  --feed PATH-or-URL    a calendar (.ics) or community file (.json); may be given several times
  --community NAME      instead: the calendars of a community of the directory, such as otel
  --user NAME           log in by this name: the feeds on the web are calendars of an account; the password comes
                        from OFFICE_HOURS_PASSWORD, or is asked for
  --from ISO            start; default now
  --to ISO              end, exclusive; default a week after the start
  --zone IANA           zone to show and parse times in; default from the settings
  --include-cancelled   also list cancelled meetings
  --json                an array of occurrences
`,
  next: `office-hours next – the running meeting, else the next one

  --feed PATH-or-URL    as for agenda
  --user NAME           as for agenda
  --now ISO             the time to use as now
  --zone IANA           zone to show times in
  --format NAME         plain, or for a status bar: waybar, polybar, i3blocks
  --json                the occurrence with startsInMs and endsInMs, or null
`,
  series: `office-hours series – the series of a feed, before they are dated

  --feed PATH-or-URL    a calendar (.ics) or community file (.json)
  --user NAME           as for agenda
  --changes             the changes that the app recorded in the last 60 days
  --json                title, kind, calendars, problems and series; of changes an array of
                        at, uid, title, what, start, before, after
`,
  remind: `office-hours remind – the reminders in a time window

  --feed PATH-or-URL    as for agenda
  --user NAME           as for agenda
  --from ISO            start; default now
  --to ISO              end, exclusive; default a day after the start
  --lead TIME           before the start: 10m, 1h, 1d; may be given several times; default as in the settings
  --past                instead: the meetings of the last two years and what happened to their reminders
  --zone IANA           zone to show and parse times in
  --json                an array of key, occurrence, title, at, kind; with --past of occurrence, title, start,
                        happened
`,
  communities: `office-hours communities [WORDS…] – the directory of open-source communities

  WORDS                 a name, an abbreviation, a topic, a foundation or a meeting; without them all
  --json                an array of communities with calendars, pages, meetings, chats, lists and conduct, each with
                        its source
`,
  follow: `office-hours follow NAME-or-URL – follows a community of the directory, or an address, for good

  NAME                  a community: its calendars that answer, else its stated meetings as unconfirmed
  URL                   an https address of a calendar, page or data file
                        Private addresses are followed in the app, which encrypts them. If the app is running, it
                        gets a link and asks there.
`,
  unfollow: `office-hours unfollow NAME-or-URL – removes a calendar from what is followed

  NAME-or-URL           its name or address, or any name of its community; if the app is running, remove it there
`,
  check: `office-hours check FILE-or-URL – what is wrong with a community file, a calendar or a page

  FILE-or-URL           a file, its address, or a site that keeps /.well-known/office-hours.json
  --json                format, name, dated, mistakes (place, words), questions (title, words)
                        Exit status 1 if there is a mistake; a question is none.
`,
  calendars: `office-hours calendars – the calendars of an account on a CalDAV server

  --server URL          address of the server, its domain, or your email address
  --user NAME           name to log in with; the password comes from OFFICE_HOURS_PASSWORD, or is asked for
  --json                an array of name, url, color, isReadOnly
`,
  links: `office-hours links – meeting links in a text or HTML on standard input, best first

  --json                an array of service, url, nativeUrl, meetingId, passcode
`,
  transcript: `office-hours transcript FILE – captions of a recording: WebVTT, SubRip, YouTube SBV, a caption dump

  --json                title, date, videoUrl and cues, times in milliseconds; and the problems of the file
`,
  notes: `office-hours notes – your notes

  list                  all notes, newest first
  search WORDS…         notes that contain all the words
  --json                an array of path, title, occurrence, snippet
`,
  export: `office-hours export [--list] [FILE] – settings, feeds, answers and past reminders, as one JSON file

  FILE                  where to write it; default standard output
  --list                only what you follow, as a starter pack that others import
                        feeds with private addresses, and files, are left out and named
`,
  import: `office-hours import FILE-or-URL – what an exported file or a starter pack would change here

  --yes                 import it; the app must not be running
                        of a pack: follow what answers; groups that you chose yourself stay
  --json                settings, newFeeds, knownFeeds, addAgain, answers, events
                        of a pack: name, entries, each with state (new, followed, kept, failed)
`,
  doctor: `office-hours doctor – what works on this computer, and how your calendars are reached

  --feed X              only this address: how it is reached, or why not; several times
  --server URL          instead: tries an account, step by step: server, login, each calendar; needs --user
  --user NAME           the name to log in with; the password comes from OFFICE_HOURS_PASSWORD, or is asked for
  --json                an array of check, state, detail, and route of calendars, account of accounts
`,
  help: `office-hours help [COMMAND]
`,
};

/** `help`: lists all commands, or describes one. */
export const help: Command = async ([about], { out }) => {
  const page = about === undefined ? overview : pages[about];
  if (page === undefined) throw new WrongUse(usage.noCommand(about ?? ''));
  out.write(page);
};
