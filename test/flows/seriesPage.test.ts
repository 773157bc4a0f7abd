import { expect, test } from 'vitest';
import { aCalendar } from '../builders/aCalendar.ts';
import { Computer } from '../fakes/startApp.ts';

const address = 'https://example.org/team.ics';

test('the page of a series joins its dates of a year with the notes of its meetings', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  computer.network.serve(
    address,
    aCalendar([
      { title: 'Weekly', uid: 'weekly', start: '2026-03-02T15:00:00Z', lines: ['RRULE:FREQ=WEEKLY'] },
    ]),
    '"1"',
  );
  await using app = await computer.start();
  const added = await app.window.ask('feeds:add', address);
  if (!added.ok) throw new Error('the feed was not added');
  const feedId = added.value.id;
  const key = `${feedId}|weekly|2026-11-16T15:00:00.000Z`;
  const opened = await app.window.ask('notes:openFor', key);
  if (!opened.ok) throw new Error('no note');
  await app.window.ask('notes:save', {
    ...opened.value,
    body: '# Weekly\n\n## Decisions\n\n- The freeze moves.\n\n## Action items\n\n- [ ] Tell everyone\n- [x] Done\n',
  });
  const page = await app.window.ask('series:page', { feedId, uid: 'weekly' });
  expect(page).toMatchObject({
    ok: true,
    value: {
      title: 'Weekly',
      lastDate: null,
      openItems: [{ text: 'Tell everyone' }],
      decisions: [{ text: 'The freeze moves.' }],
    },
  });
  if (!page.ok) return;
  expect(page.value.next[0]?.time.start).toBe(Date.parse('2026-11-23T15:00:00Z'));
  expect(page.value.earlier).toHaveLength(38);
  expect(page.value.earlier[0]?.note).toMatch(/\.md$/);
  expect(page.value.earlier.at(-1)?.start).toBe(Date.parse('2026-03-02T15:00:00Z'));
});

test('a series that no feed has any more still has the page of its notes', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await using app = await computer.start();
  expect(await app.window.ask('series:page', { feedId: 'gone', uid: 'gone' })).toMatchObject({
    ok: true,
    value: { next: [], earlier: [], sample: null },
  });
});
