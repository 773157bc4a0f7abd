import { expect, test } from 'vitest';
import { attendanceOf, namesOf } from '#core/agenda/attendance.ts';
import type { Attendee } from '#calendar';

const person = (name: string, status: string | null, more: Partial<Attendee> = {}): Attendee => ({
  name,
  address: `${name.toLowerCase()}@example.org`,
  status,
  role: null,
  isPerson: true,
  ...more,
});

test('replies are counted in four words, and an unknown one is no answer', () => {
  const attendees = [
    person('Ada', 'ACCEPTED'),
    person('Bo', 'TENTATIVE'),
    person('Cy', 'DECLINED'),
    person('Dee', 'NEEDS-ACTION'),
    person('Eve', null),
  ];
  const found = attendanceOf({ organizer: null, attendees });
  expect(found?.replies).toEqual({ yes: 1, maybe: 1, no: 1, none: 2 });
  expect(namesOf(found)).toEqual(['Ada', 'Bo', 'Dee', 'Eve']);
});

test('the organiser comes first, also if the calendar does not invite him', () => {
  const mira = person('Mira', null);
  const jonas = person('Jonas', 'ACCEPTED');
  const invited = attendanceOf({ organizer: mira, attendees: [jonas, { ...mira, status: 'ACCEPTED' }] });
  expect(invited?.people).toEqual([
    { name: 'Mira', address: 'mira@example.org', reply: 'yes', isOrganizer: true },
    { name: 'Jonas', address: 'jonas@example.org', reply: 'yes', isOrganizer: false },
  ]);
  const apart = attendanceOf({ organizer: mira, attendees: [jonas] });
  expect(apart?.people.map(({ name }) => name)).toEqual(['Mira', 'Jonas']);
  expect(apart?.replies).toEqual({ yes: 1, maybe: 0, no: 0, none: 0 });
});

test('a room is not a guest, and a list is cut while its count is not', () => {
  const many = Array.from({ length: 60 }, (_, at) => person(`P${at}`, 'ACCEPTED'));
  const found = attendanceOf({
    organizer: null,
    attendees: [...many, person('Room 4.02', 'ACCEPTED', { isPerson: false })],
  });
  expect(found?.replies.yes).toBe(60);
  expect(found?.people).toHaveLength(50);
  expect(attendanceOf({ organizer: null, attendees: [] })).toBeNull();
});
