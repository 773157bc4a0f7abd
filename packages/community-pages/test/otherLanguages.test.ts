import { describe, expect, test } from 'vitest';
import { readMarkdownPage } from '../readMarkdownPage.ts';

/** The day on which the pages are read. */
const NOW = Date.UTC(2026, 10, 29);

/** The meetings of a page, one line each; `?` where something is asked. */
const meetingsIn = (sentence: string): string[] =>
  readMarkdownPage(new TextEncoder().encode(`# Lampen\n\n${sentence}\n`), NOW).drafts.map(
    ({ time, zone, rrule, hasQuestions, skips }) =>
      [time, zone ?? 'no zone', rrule?.replace('FREQ=', ''), ...skips, hasQuestions ? '?' : '']
        .join(' ')
        .trim(),
  );

describe('German pages', () => {
  test.each([
    ['Wir treffen uns jeden zweiten Dienstag im Monat um 18 Uhr (UTC).', '18:00 UTC MONTHLY;BYDAY=2TU'],
    ['Das Treffen ist jeden Mittwoch, ab ca. 19:30 Uhr MEZ, online.', '19:30 Europe/Berlin WEEKLY;BYDAY=WE'],
    ['- **Wann:** Jeden 3. Samstag im Monat, Treffen um 19 Uhr UTC', '19:00 UTC MONTHLY;BYDAY=3SA'],
    ['Das Treffen ist am 1. und 3. Montag im Monat um 18.30 Uhr UTC.', '18:30 UTC MONTHLY;BYDAY=1MO,3MO'],
    [
      'Die Gruppe trifft sich jeden letzten Donnerstag im Monat um 19 Uhr (Europe/Berlin).',
      '19:00 Europe/Berlin MONTHLY;BYDAY=-1TH',
    ],
    [
      'Unser Stammtisch ist wöchentlich, donnerstags von 18 bis 20 Uhr UTC. Kein Treffen am 24. Dezember.',
      '18:00 UTC WEEKLY;BYDAY=TH 2026-12-24',
    ],
    [
      'Die Sitzung ist alle zwei Wochen am Freitag um 9 Uhr UTC, ab dem 4. Dezember 2026.',
      '09:00 UTC WEEKLY;INTERVAL=2;BYDAY=FR',
    ],
  ])('%s', (sentence, meeting) => {
    expect(meetingsIn(sentence)).toEqual([meeting]);
  });

  test('a question in English is also a question in German', () => {
    expect(meetingsIn('Wir treffen uns jeden zweiten Dienstag um 20:00 UTC.')).toEqual([
      '20:00 UTC WEEKLY;INTERVAL=2;BYDAY=TU ?',
    ]);
    expect(meetingsIn('Wir treffen uns jeden Dienstag um 20 Uhr.')).toEqual([
      '20:00 no zone WEEKLY;BYDAY=TU ?',
    ]);
  });

  test.each([
    'Das nächste Treffen ist am Dienstag, 5. Januar 2027, um 19 Uhr.',
    'Das Büro ist montags bis freitags von 9 bis 17 Uhr geöffnet.',
  ])('is not a recurring meeting: %s', (sentence) => {
    expect(meetingsIn(sentence)).toEqual([]);
  });
});

describe('French pages', () => {
  test.each([
    [
      'La réunion a lieu tous les premiers mardis du mois à 18h30 (heure de Paris).',
      '18:30 Europe/Paris MONTHLY;BYDAY=1TU',
    ],
    ['Nous nous réunissons chaque jeudi, de 18h à 20h UTC.', '18:00 UTC WEEKLY;BYDAY=TH'],
    ['Réunion chaque mercredi à 20 h UTC, sauf le 23 décembre 2026.', '20:00 UTC WEEKLY;BYDAY=WE 2026-12-23'],
    ['Réunion le dernier vendredi de chaque mois à 12h UTC', '12:00 UTC MONTHLY;BYDAY=-1FR'],
    ['La permanence a lieu un lundi sur deux à 19 heures UTC.', '19:00 UTC WEEKLY;INTERVAL=2;BYDAY=MO ?'],
    ['Les rencontres ont lieu tous les mardis à 18h.', '18:00 no zone WEEKLY;BYDAY=TU ?'],
  ])('%s', (sentence, meeting) => {
    expect(meetingsIn(sentence)).toEqual([meeting]);
  });
});

test('the words of the page stay in its own language', () => {
  const text = '# Lampen\n\nWir treffen uns jeden zweiten Dienstag im Monat um 18 Uhr (UTC).\n';
  const [draft] = readMarkdownPage(new TextEncoder().encode(text), NOW).drafts;
  expect(draft?.text).toBe('Wir treffen uns jeden zweiten Dienstag im Monat um 18 Uhr (UTC).');
});

test.each([
  ['Treffen: dienstags um 20 Uhr UTC. Im August findet kein Treffen statt.', '20:00 UTC WEEKLY;BYDAY=TU ?'],
  ['Treffen: dienstags um 20 Uhr UTC. In den Ferien kein Treffen.', '20:00 UTC WEEKLY;BYDAY=TU ?'],
  ['Réunion chaque jeudi à 18h UTC. Pas de réunion en août.', '18:00 UTC WEEKLY;BYDAY=TH ?'],
])('recurring exceptions become a question: %s', (sentence, meeting) => {
  expect(meetingsIn(sentence)).toEqual([meeting]);
});

test.each(['Protokolle', 'Mitschrift', 'Compte rendu', 'Ordre du jour'])('“%s” are notes', (word) => {
  const text = `# Lampen\n\nTreffen: dienstags um 20 Uhr UTC.\n\n${word} : https://pad.lampen.example/ak\n`;
  const [draft] = readMarkdownPage(new TextEncoder().encode(text), NOW).drafts;
  expect(draft?.notes).toBe('https://pad.lampen.example/ak');
});
