import { memoize } from '#base';

/**
 * Translates German and French words about dates into the English words of the grammar. Contains only words
 * with one meaning; the rest becomes a question, as in English.
 */

import { lazily } from '#base';

type Rule = readonly [pattern: RegExp, words: string | ((match: string, ...groups: string[]) => string)];

/** A rule for whole words in any case; `\b` does not know umlauts. */
const rule = (pattern: string, words: Rule[1]): Rule => [
  new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}])`, 'giu'),
  words,
];

const named = (names: Readonly<Record<string, string>>, ending = ''): Rule[] =>
  Object.entries(names).map(([name, english]) => rule(`${name}${ending}`, english));

const clock = (hour: string, minute: string | undefined): string => `${hour}:${minute ?? '00'}`;

const GERMAN_DAYS = {
  montag: 'Monday',
  dienstag: 'Tuesday',
  mittwoch: 'Wednesday',
  donnerstag: 'Thursday',
  freitag: 'Friday',
  '(?:samstag|sonnabend)': 'Saturday',
  sonntag: 'Sunday',
} as const;
const GERMAN_ORDINALS = {
  'erste[nrs]?': 'first',
  'zweite[nrs]?': 'second',
  'dritte[nrs]?': 'third',
  'vierte[nrs]?': 'fourth',
  'fünfte[nrs]?': 'fifth',
  'letzte[nrs]?': 'last',
} as const;
const GERMAN_MONTHS = {
  'jan(?:uar|\\.)': 'January',
  'feb(?:ruar|\\.)': 'February',
  märz: 'March',
  april: 'April',
  mai: 'May',
  juni: 'June',
  juli: 'July',
  august: 'August',
  'sept(?:ember|\\.)': 'September',
  'okt(?:ober|\\.)': 'October',
  november: 'November',
  'dez(?:ember|\\.)': 'December',
} as const;

const germanRules = lazily((): readonly Rule[] => [
  rule('(\\d{1,2})[:.](\\d\\d)\\s*(?:bis|-|–)\\s*(\\d{1,2})[:.](\\d\\d)\\s*uhr', '$1:$2-$3:$4'),
  rule('(\\d{1,2})\\s*(?:bis|-|–)\\s*(\\d{1,2})\\s*uhr', '$1:00-$2:00'),
  rule('(\\d{1,2})[:.](\\d\\d)\\s*uhr', '$1:$2'),
  rule('(\\d{1,2})\\s*uhr(?:\\s*([0-5]\\d))?', (_, hour = '', minute) => clock(hour, minute)),
  rule('MESZ|MEZ', 'CET'),
  ...Object.entries(GERMAN_DAYS).flatMap(([name, english]) => [
    rule(`${name}s|${name} ?abends`, `every ${english}`),
    rule(`${name}(?:e|abend|nachmittag|mittag)?`, english),
  ]),
  ...named(GERMAN_MONTHS),
  // `am 24. Dezember`, but `jeden 2. Dienstag`
  rule(
    '(\\d{1,2})\\.(?=\\s*(?:January|February|March|April|May|June|July|August|September|October|November|December))',
    '$1',
  ),
  rule(
    '([1-5])\\.(?=\\s*(?:,|und|&|\\/)?\\s*(?:[1-5]\\.|\\p{Lu}\\p{L}+day))',
    (_, digit = '') => ['first', 'second', 'third', 'fourth', 'fifth'][Number(digit) - 1] ?? digit,
  ),
  ...named(GERMAN_ORDINALS),
  rule('(?:im|in jedem|pro|des|jedes|jeden|eines(?: jeden)?) monats?', 'of the month'),
  rule(
    '(?:alle (?:zwei|2) wochen|zwei-?wöchentlich|14-?tägig|vierzehntägig|alle (?:14|vierzehn) tage)',
    'every two weeks',
  ),
  rule('alle (?:drei|3) wochen', 'every three weeks'),
  rule('alle (?:vier|4) wochen', 'every four weeks'),
  rule('(?:jede woche|wöchentlich|einmal (?:pro|in der) woche)', 'weekly'),
  rule('(?:monatlich|jeden monat|einmal (?:pro|im) monat)', 'monthly'),
  rule('(?:vierteljährlich|quartalsweise)', 'quarterly'),
  rule('(?:in |an )?(?:den |allen )?geraden (?:kalender)?wochen?', 'in even weeks'),
  rule('(?:in |an )?(?:den |allen )?ungeraden (?:kalender)?wochen?', 'in odd weeks'),
  rule('(?:jeweils )?(?:jede[nrms]?|alle)', 'every'),
  rule(
    'im(?= (?:January|February|March|April|May|June|July|August|September|October|November|December))',
    'in',
  ),
  rule('(?:(?:schul|sommer|weihnachts|semester)?ferien|feiertag(?:e|en)?)', 'holidays'),
  rule('(?:sommer|winter|weihnachts)pause', 'summer break'),
  rule('kein(?:e|en)? (?:treffen|sitzung|termin|call|meeting|stammtisch)', 'no meeting'),
  rule('(?:entfällt|fällt aus|abgesagt)', 'is cancelled'),
  rule('(?:außer|ausser|ausgenommen)', 'except'),
  rule('(?:ab|seit)(?: dem)?(?= \\d{1,2} [JFMASOND])', 'starting'),
  rule('(?:am|um|an)', 'at'),
  rule('nächste[nrs]?', 'next'),
  rule('(?:nach vereinbarung|bei bedarf|nach bedarf)', 'as needed'),
  rule('und', 'and'),
  rule('oder', 'or'),
]);

const FRENCH_DAYS = {
  lundi: 'Monday',
  mardi: 'Tuesday',
  mercredi: 'Wednesday',
  jeudi: 'Thursday',
  vendredi: 'Friday',
  samedi: 'Saturday',
  dimanche: 'Sunday',
} as const;
const FRENCH_ORDINALS = {
  '(?:premier|1er)s?': 'first',
  '(?:deuxième|2e|2ème|2nd)s?': 'second',
  '(?:seconds)': 'second',
  '(?:troisième|3e|3ème)s?': 'third',
  '(?:quatrième|4e|4ème)s?': 'fourth',
  '(?:dernier)s?': 'last',
} as const;
const FRENCH_MONTHS = {
  janvier: 'January',
  février: 'February',
  mars: 'March',
  avril: 'April',
  mai: 'May',
  juin: 'June',
  juillet: 'July',
  août: 'August',
  septembre: 'September',
  octobre: 'October',
  novembre: 'November',
  décembre: 'December',
} as const;

const frenchRules = lazily((): readonly Rule[] => [
  rule(
    '(?:de )?(\\d{1,2}) ?h(?:eures?)? ?([0-5]\\d)? (?:à|a) (\\d{1,2}) ?h(?:eures?)? ?([0-5]\\d)?',
    (_, hour = '', minute, end = '', last) => `${clock(hour, minute)}-${clock(end, last)}`,
  ),
  rule('(\\d{1,2}) ?h(?:eures?)? ?([0-5]\\d)?', (_, hour = '', minute) => clock(hour, minute)),
  rule("(?:à l')?heure de paris|heure française", 'Europe/Paris'),
  ...Object.entries(FRENCH_DAYS).flatMap(([name, english]) => [
    rule(`un ${name} sur deux`, `every other ${english}`),
    rule(`(?:tous les|chaque) ${name}s?`, `every ${english}`),
    rule(`${name}s?`, english),
  ]),
  ...named(FRENCH_MONTHS),
  ...named(FRENCH_ORDINALS),
  rule('(?:tous les|chaque|le|les)(?= (?:first|second|third|fourth|last) \\p{Lu}\\p{L}+day)', 'every '),
  rule('(?:du|de chaque|chaque|par|de tous les) mois', 'of the month'),
  rule(
    '(?:toutes les (?:deux|2) semaines|tous les (?:quinze|15) jours|une semaine sur deux)',
    'every two weeks',
  ),
  rule('(?:chaque semaine|toutes les semaines|hebdomadaire(?:ment|s)?)', 'weekly'),
  rule('(?:mensuel(?:le)?(?:ment|s)?|tous les mois)', 'monthly'),
  rule('(?:trimestriel(?:le)?(?:ment|s)?)', 'quarterly'),
  rule('(?:les )?semaines paires', 'in even weeks'),
  rule('(?:les )?semaines impaires', 'in odd weeks'),
  rule(
    'pas de (?:réunion|rencontre|permanence|visio)s? en(?= (?:January|February|March|April|May|June|July|August|September|October|November|December))',
    'no meeting in',
  ),
  rule(
    'en(?= (?:January|February|March|April|May|June|July|August|September|October|November|December)\\b)',
    'in',
  ),
  rule('pendant les (?:vacances|congés)(?: scolaires)?', 'during the holidays'),
  rule('pas de (?:réunion|rencontre|permanence|visio)s?(?: le)?', 'no meeting on'),
  rule('(?:annulée?|supprimée?)s?', 'cancelled'),
  rule('sauf(?: le)?', 'except'),
  rule('à partir du', 'starting'),
  rule('prochaine?s?', 'next'),
  rule('(?:sur demande|selon les besoins)', 'as needed'),
  rule('à', 'at'),
  rule('et', 'and'),
  rule('ou', 'or'),
]);

const IS_GERMAN =
  /(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)|\d\s*uhr\b|wöchentlich|monatlich|\bkein(?:e|en)? (?:treffen|sitzung|termin)|\d\. ?(?:januar|februar|märz|mai|juni|juli|oktober|dezember)/i;
const IS_FRENCH =
  /\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?\b|hebdomadaire|mensuel|\bpas de (?:réunion|rencontre)|\d (?:janvier|février|avril|juin|juillet|août|septembre|octobre|novembre|décembre)/i;

const applied = (text: string, rules: readonly Rule[]): string =>
  rules.reduce(
    (words, [pattern, english]) =>
      typeof english === 'string' ? words.replace(pattern, english) : words.replace(pattern, english),
    text,
  );

/** A text about dates in the words of the grammar; unchanged if it is neither German nor French. */
export const inEnglish = memoize((text: string): string => {
  if (IS_GERMAN.test(text)) return applied(text, germanRules());
  return IS_FRENCH.test(text) ? applied(text, frenchRules()) : text;
});
