/** Patterns for the subject of a piece of text. */

const MEETING =
  /\b(?:meet(?:s|ings?|-?ups?)?|calls?|sync(?:s|ing)?|sync-?ups?|office[- ]hours?|stand-?ups?|hang-?outs?|sessions?|town[ -]?halls?|video ?conf(?:erence)?s?|conference|catch-?ups?|check-?ins?|zoom|webex|jitsi|live-?streams?|gatherings?|gather|(?:comes?|get) together|community (?:hour|day)|huddles?|webinars?|workshops?|(?:triage|scrub) (?:meetings?|calls?|sessions?|party)|bug scrub|reading group|coffee|caf[eé]s?|co-?working|drop-?ins?|clinics?|round-?tables?|(?:occurs?|takes? place) (?:on|every|each|weekly)|happy hour|ama|demo day|agenda|rendez-?vous|talks?|chats?|get-?togethers?|lunch|study group|book club|seminars?|colloqui(?:um|a)|join us|treffen|trifft|sitzung(?:en)?|stammtisch|sprechstunde|besprechung(?:en)?|versammlung|videokonferenz|réunions?|rencontres?|permanences?|visioconférences?|visio|nous réunissons|nous retrouvons|come (?:and|by)|(?:team|community|public|open) hours?)\b/i;
const SCHEDULE_LABEL =
  /^[\s*_-]*(?:wann|quand|termine?|zeit|uhrzeit|horaires?|when|time|times|day|date|dates|days|frequency|schedule|scheduled|cadence|how often|occurs|occurrence|recurrence|recurring|meeting (?:time|day|schedule|frequency)s?|start(?:s|ing)? (?:time|date))\b/i;
const OTHER_BUSINESS =
  /\b(?:office|desk|shop|store|building)\b.{0,20}\b(?:closes|closed|opens)\b|\b(?:deadline|code freeze|feature freeze|due by|due on|maintenance window|rota|on-?call|election|voting|ballot|submissions?|cfp)\b|\b(?:jobs?|builds?|backups?|deployments?|(?:patch )?releases?|certificates?|pipelines?|images?)\b.{0,30}\b(?:runs?|happens?|built|rotated|published|cut|ships?|made|tagged|is|are)\b|\b(?:automations?|workflows?|scripts?|campaigns?)\b.{0,30}\b(?:starts?|runs?|triggers?|sends?)\b|\b(?:it(?:'s| is)|they(?:'re| are)|e?mails? (?:is|are)) sent\b/i;
/** A clause with `if` does not describe the present: `If the call is cancelled, we write to the list`. */
const NO_IF = '(?<!\\b(?:if|when|whenever|whether|unless|should|may|might|can|could)\\b[^.]{0,60})';
/** `The call on July 4th has been cancelled` is about one date. */
const NO_DATE =
  '(?<!\\b(?:(?:next|this) (?:week|month)|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\\.? \\d{1,2}(?:st|nd|rd|th)?|\\d(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*)\\b[^.]{0,60})';
const OVER_STATES =
  '(?:deprecated|discontinued|(?:on )?hiatus|suspended|paused|on hold|inactive|retired|defunct|dissolved|dormant)';
/** `suspended in December` leaves out some dates only. */
const NOT_FOR_A_WHILE =
  '(?!\\s+(?:in|during|over|throughout)\\s+(?:the\\s+)?(?:jan|feb|mar(?:ch)?\\b|apr|may\\b|june?|july?|aug|sep|oct|nov|dec|summer|winter|holidays?|christmas|easter)[a-z]*(?!\\s+20\\d\\d))';
/**
 * Words for an inactive subject, as a predicate or a label; not `we look at inactive issues` or `calls are
 * archived on YouTube`.
 */
const INACTIVE = new RegExp(
  [
    `${NO_IF}(?:\\b(?:is|are|was|were|been|be|now|currently|temporarily|status)\\b:?\\s+(?:\\w+\\s+){0,2}|^\\W*|[([:*|-]\\s*)${OVER_STATES}\\b${NOT_FOR_A_WHILE}`,
    '\\b(?:group|sig|wg|tag|project|committee|repo(?:sitory)?|page|series|team)\\b[^.]{0,30}\\barchived\\b|(?:[([]|^\\W*|status:?\\s*)archived\\b(?! (?:\\w+ )?(?:meetings?|notes|minutes|videos?|recordings?|agendas?|calls?|at|on|in|here))',
    'no longer (?:meets?|meeting|held|active|takes? place|hosted|happening)',
    `${NO_IF}${NO_DATE}\\b(?:is|are|been|was|were)\\s+(?:now\\s+|currently\\s+|temporarily\\s+|all\\s+)?cancell?ed\\b(?!\\s+(?:if|when|unless|on|in|this|next|today|tomorrow|during|due|for\\s+(?!now|good)))|cancell?ed (?:until|indefinitely|for now|for good)`,
    '(?:has|have|was|were) (?:ended|stopped|disbanded|sunset)|sunsetted|not currently (?:meeting|held)|used to (?:meet|be held|take place)|(?<!\\b(?:first|initial|inaugural|kick-?off|last|latest|previous|next)\\b[^.]{0,40})\\b(?:was|were) (?:previously |formerly )?held|(?:previously|formerly) (?:met|held)',
  ].join('|'),
  'i',
);
/** Every match of INACTIVE contains one of these; most texts do not. */
const MAY_BE_INACTIVE =
  /deprecat|discontinu|hiatus|suspend|paused|on hold|inactive|retired|defunct|dissolved|dormant|archived|no longer|cancel|ended|stopped|disband|sunset|not currently|used to|(?:was|were) (?:\w+ )?held|(?:previously|formerly) (?:met|held)/i;
const UNSET = /\b(?:tbd|tba|to be (?:determined|announced|decided|scheduled|confirmed))\b/i;
const PAST_HEADING =
  /\b(?:past|previous|archived?|former|old|history|minutes of|deprecated|inactive|retired|emeritus|completed|hiatus|paused|suspended|on hold|discontinued|dormant|defunct|dissolved|sunset|no longer|not (?:currently )?(?:active|meeting))\b/i;
const GENERIC =
  /^(?:the |our )?(?:(?:community|public|regular|weekly|bi-?weekly|monthly|upcoming|general|project|team|developer|dev|contributor|open|recurring|online|virtual|video|joining|attending|zoom) )*(?:meetings?|meet|calls?|times?|details?|info(?:rmation)?|schedules?|logistics|when|where|dates?|day|day and time|cadence|join(?: us| in)?|how to (?:join|attend|participate)|video ?conferences?|conference|participate|communication|contact(?: us)?|get involved|getting involved|getting started|community|overview|about|agenda|calendar|readme|events?|frequency|links?|sync|time and (?:location|place|date)|mechanics|meeting (?:mechanics|times?|dates?|days?|details?|info(?:rmation)?|schedules?|logistics|links?|notes(?: and recordings)?|calendar|minutes|location|agenda))s?$/i;

/** Words beside `Meetings` in a heading: `Meetings and Channel`. */
const BESIDE_MEETINGS =
  /^(?:the |our )?(?:slack |mailing |github |google |chat )*(?:channels?|slack|chat|lists?|contacts?|minutes|notes|recordings?|resources|docs?|documents?|repos?|people|forums?|discord|zulip|groups?)$/i;

/** True for words about people meeting. */
export const isAboutMeeting = (text: string): boolean => MEETING.test(text);
/** True for the name of a schedule's field: `When`, `Frequency`. */
export const isScheduleLabel = (text: string): boolean => SCHEDULE_LABEL.test(text);
/** True for words about other things that have a day and a time. */
export const isOtherBusiness = (text: string): boolean => OTHER_BUSINESS.test(text);
const ASIDE =
  /\b(?:recordings?|minutes|notes|summar(?:y|ies)|newsletters?|digests?|agendas?|reminders?|invit(?:es?|ations?))\b.{0,30}\b(?:posted|published|sent|uploaded|shared|available|e?mailed|go(?:es)? out)\b|\b(?:ci|nightl(?:y|ies)|cron)\b|\b(?:chairs?|hosts?|facilitators?|scribes?|roles?)\b.{0,20}\brotat|\b(?:send|publish|post|issue|write)\b.{0,30}\b(?:newsletters?|digests?|reports?|updates?|blogs?|summar(?:y|ies))\b/i;
/** True for a sentence about things around meetings: `Recordings are posted on Fridays`. */
export const isAside = (text: string): boolean => ASIDE.test(text);
const EXPLANATION =
  /\bdate ?line\b|\b(?:is|are|will be|becomes?) (?:still |already |late |early |on )*(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:morning|evening|night|afternoon) (?:in|for)\b/i;
/** True for an explanation of the day elsewhere: `8am on Tuesday is Monday evening in America`. */
export const isExplanation = (text: string): boolean => EXPLANATION.test(text);
/** True if something does not take place any more, or not yet. */
export const saysInactive = (text: string): boolean => MAY_BE_INACTIVE.test(text) && INACTIVE.test(text);
/** True if something has yet to be decided. */
export const saysUnset = (text: string): boolean => UNSET.test(text);
/** True for a heading over past meetings. */
export const isPastHeading = (text: string): boolean =>
  PAST_HEADING.test(text) && !/\bpast and (?:upcoming|future)\b/i.test(text);
/** True for a heading or label that names no particular meeting. */
export const isGenericName = (text: string): boolean => {
  const words = text
    .replace(/[^\w\s'-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return (
    GENERIC.test(words) ||
    words.split(/ and | or | & /i).every((part) => GENERIC.test(part) || BESIDE_MEETINGS.test(part)) ||
    /^(?:where|when|how|what|why|who)\b/i.test(words)
  );
};

const HABIT =
  /\b(?:we|they|it|team|group|committee|community|maintainers?|project|sig|wg|tag|members|[A-Z]{3,})\b[^.]{0,60}\b(?:meets?|meeting|holds?|hosts?|have|has|having|runs?|gathers?|comes? together|set aside|dedicates?|organi[sz]es?|conducts?)\b|\b(?:meetings?|calls?|syncs?|office hours?|sessions?|hang-?outs?|town[ -]?halls?)\b[^.]{0,30}\b(?:is|are|takes? place|runs?|occurs?|happens?|held|scheduled)\b|\b(?:meetings?|calls?|syncs?|office hours?|sessions?|hang-?outs?|town[ -]?halls?) (?:every|each|on alternate)\b|\b(?:treffen uns|trifft sich|treffen sich|finde[tn]? .{0,60}statt|statt finden|nous (?:nous )?(?:réunissons|retrouvons)|se réuni(?:t|ssent)|a lieu|ont lieu)\b/i;
const MEETING_NOUN =
  /\b(?:meets?|meetings?|calls?|syncs?|sync-?ups?|office[- ]hours?|stand-?ups?|hang-?outs?|sessions?|town[ -]?halls?|live-?streams?|gatherings?|gather|workshops?|treffen|trifft|sitzung(?:en)?|stammtisch|sprechstunde|réunions?|rencontres?|permanences?|réunissons|réuni(?:t|ssent))\b/i;

/** True for a sentence about recurring meetings, even without a date. */
export const saysThatTheyMeet = (sentence: string): boolean =>
  HABIT.test(sentence) && MEETING_NOUN.test(sentence);

const GENERAL_MEETING =
  /^(?:\W|\b(?:note|update|warning|important|attention|please|that|as of now|unfortunately|at the moment)\b)*(?:(?:the|these|this|our|all|of|weekly|bi-?weekly|monthly|community|regular|public|working|group) )*(?:meetings?|calls?|office hours|sessions?|syncs?|group|sig|wg)\b/i;

/** True for a remark that cancels the meetings around it: `Office hours are currently paused`. */
export const saysMeetingsOver = (text: string): boolean =>
  text.length <= 200 && GENERAL_MEETING.test(text) && saysInactive(text);

/** A page's subject as a whole, not its meetings. */
const SUBJECT =
  '(?:group|sig|wg|committee|program(?:me)?|project|initiative|page|document|repo(?:sitory)?|series|tag|team)';
const WHOLE = new RegExp(
  `\\b(?:this|the|our)\\s+(?:\\w+[ -]){0,3}?(?:${SUBJECT}|meetings?|calls?)\\b|^(?:\\W|note\\b|update\\b)*(?:\\w+[ -]){0,2}?${SUBJECT}\\b`,
  'i',
);
const SUPERSEDED = new RegExp(
  `${NO_IF}\\b(?:is|are|was|were|been)\\s+(?:now\\s+|currently\\s+)?(?:disbanded|superseded|sunset(?:ted)?|archived(?! (?:at|on|in|here|to)\\b))`,
  'i',
);

/** Words beside `meeting` that are not a name: `the weekly community call`. */
const OF_ANY = new RegExp(
  `^(?:${SUBJECT}|meetings?|calls?|this|the|our|note|update|community|public|regular|recurring|weekly|bi-?weekly|fortnightly|monthly|quarterly|general|open|online|virtual|video|zoom|developers?|dev|users?|contributors?|working|interest|special|steering|study|whole|entire|old|former)$`,
  'i',
);

/**
 * True for a subject with a name that is not in the page's title: `the Comet call` on the page of the Atlas
 * project.
 */
function isOfAnother(words: string, title: string): boolean {
  const known = title.toLowerCase();
  return words
    .split(/[^\p{L}\d-]+/u)
    .some((word) => word !== '' && !OF_ANY.test(word) && !known.includes(word.toLowerCase()));
}

/**
 * True if the words call the whole subject of a page inactive: `This group has been archived`.
 * @param title of the page; null if it has none
 */
export function saysWholeInactive(text: string, title: string | null): boolean {
  if (text.length > 300) return false;
  const whole = WHOLE.exec(text)?.[0];
  if (whole === undefined || (title !== null && isOfAnother(whole, title))) return false;
  return saysInactive(text) || SUPERSEDED.test(text);
}
