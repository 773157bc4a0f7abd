/** Words that tell what a piece of a page is about. */

const MEETING =
  /\b(?:meet(?:s|ings?|-?ups?)?|calls?|sync(?:s|ing)?|sync-?ups?|office[- ]hours?|stand-?ups?|hang-?outs?|sessions?|town-?halls?|video ?conf(?:erence)?s?|conference|catch-?ups?|check-?ins?|zoom|webex|jitsi|live-?streams?|gatherings?|gather|community (?:hour|day)|huddles?|webinars?|workshops?|(?:triage|scrub) (?:meetings?|calls?|sessions?|party)|bug scrub|reading group|coffee|happy hour|ama|demo day|agenda|rendez-?vous)\b/i;
const SCHEDULE_LABEL =
  /^[\s*_-]*(?:when|time|times|day|date|dates|days|frequency|schedule|scheduled|cadence|how often|occurs|occurrence|recurrence|recurring|meeting (?:time|day|schedule|frequency)s?|start(?:s|ing)? (?:time|date))\b/i;
const OTHER_BUSINESS =
  /\b(?:deadline|code freeze|feature freeze|due by|due on|maintenance window|rota|on-?call|election|voting|ballot|submissions?|cfp)\b|\b(?:jobs?|builds?|backups?|deployments?|(?:patch )?releases?|certificates?|pipelines?|images?)\b.{0,30}\b(?:runs?|happens?|built|rotated|published|cut|ships?|made|tagged|is|are)\b/i;
const INACTIVE =
  /\b(?:no longer (?:meets?|meeting|held|active|takes? place|hosted)|deprecated|archived|discontinued|hiatus|suspended|paused|on hold|inactive|retired|defunct|dissolved|(?:has|have|were|was) been cancell?ed|cancell?ed (?:until|indefinitely|for now|for good)|tbd|tba|to be (?:determined|announced|decided|scheduled)|(?:has|have|was|were) (?:ended|stopped|disbanded|sunset)|sunsetted|not currently (?:meeting|held)|used to (?:meet|be held|take place)|(?:was|were) (?:previously |formerly )?held|(?:previously|formerly) (?:met|held))\b/i;
const PAST_HEADING =
  /\b(?:past|previous|archived?|former|old|history|minutes of|deprecated|inactive|retired|emeritus|completed)\b/i;
const GENERIC =
  /^(?:the |our )?(?:(?:community|public|regular|weekly|bi-?weekly|monthly|upcoming|general|project|team|developer|dev|contributor|open|recurring|online|virtual|video|joining|attending|zoom) )*(?:meetings?|meet|calls?|times?|details?|info(?:rmation)?|schedules?|logistics|when|where|dates?|day|day and time|cadence|join(?: us| in)?|how to (?:join|attend|participate)|video ?conferences?|conference|participate|communication|contact(?: us)?|get involved|getting involved|getting started|community|overview|about|agenda|calendar|readme|events?|frequency|links?|sync|time and (?:location|place|date)|mechanics|meeting (?:mechanics|times?|details?|info(?:rmation)?|schedules?|logistics|links?|notes(?: and recordings)?|calendar|minutes|location|agenda))s?$/i;

/** Whether the words speak of people meeting. */
export const isAboutMeeting = (text: string): boolean => MEETING.test(text);
/** Whether the words are the name of a schedule's field: `When`, `Frequency`. */
export const isScheduleLabel = (text: string): boolean => SCHEDULE_LABEL.test(text);
/** Whether the words are about other things that have a day and a time. */
export const isOtherBusiness = (text: string): boolean => OTHER_BUSINESS.test(text);
/** Whether the words say that something does not take place (any more, or yet). */
export const saysInactive = (text: string): boolean => INACTIVE.test(text);
/** Whether a heading stands over what is over. */
export const isPastHeading = (text: string): boolean =>
  PAST_HEADING.test(text) && !/\bpast and (?:upcoming|future)\b/i.test(text);
/** Whether a heading or label names no meeting in particular. */
export const isGenericName = (text: string): boolean => {
  const words = text
    .replace(/[^\w\s'-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return GENERIC.test(words) || /^(?:where|when|how|what|why|who)\b/i.test(words);
};

const HABIT =
  /\b(?:we|they|it|team|group|committee|community|maintainers?|project|sig|wg|tag|members|[A-Z]{3,})\b[^.]{0,60}\b(?:meets?|meeting|holds?|hosts?|have|has|runs?|gathers?|set aside|dedicates?|organi[sz]es?|conducts?)\b|\b(?:meetings?|calls?|syncs?|office hours?|sessions?|hang-?outs?|town-?halls?)\b[^.]{0,30}\b(?:is|are|takes? place|runs?|occurs?|happens?|held|scheduled)\b/i;
const MEETING_NOUN =
  /\b(?:meets?|meetings?|calls?|syncs?|sync-?ups?|office[- ]hours?|stand-?ups?|hang-?outs?|sessions?|town-?halls?|live-?streams?|gatherings?|gather|workshops?)\b/i;

/** Whether a sentence says that people meet again and again, though perhaps not when. */
export const saysThatTheyMeet = (sentence: string): boolean =>
  HABIT.test(sentence) && MEETING_NOUN.test(sentence);

const WHOLE =
  /\b(?:this|the|our)\s+(?:\w+[ -]){0,3}?(?:group|sig|wg|committee|program(?:me)?|project|initiative|page|document|repo(?:sitory)?|meetings?|calls?|series|tag|team)\b/i;

/** Whether the words say of a page's whole subject that it is over: `This group has been archived`. */
export const saysWholeInactive = (text: string): boolean =>
  text.length <= 300 &&
  /\b(?:hiatus|retired|archived|disbanded|discontinued|deprecated|inactive|paused|suspended|dissolved|sunset(?:ted)?|superseded)\b/i.test(
    text,
  ) &&
  (WHOLE.test(text) || /^(?:program(?:me)?|project|group|sig|wg)\b/i.test(text));
