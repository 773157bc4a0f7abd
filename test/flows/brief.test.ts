import { expect, test } from 'vitest';
import { aCalendar } from '../builders/aCalendar.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

const address = 'https://example.org/team.ics';

async function weekly(): Promise<{ computer: Computer; app: RunningApp; keyOf: (day: string) => string }> {
  const computer = new Computer('2026-11-20T09:00:00Z');
  computer.network.serve(
    address,
    aCalendar([
      { title: 'Weekly', uid: 'weekly', start: '2026-03-02T15:00:00Z', lines: ['RRULE:FREQ=WEEKLY'] },
    ]),
    '"1"',
  );
  const app = await computer.start();
  const added = await app.window.ask('feeds:add', address);
  if (!added.ok) throw new Error('the feed was not added');
  return { computer, app, keyOf: (day) => `${added.value.id}|weekly|${day}T15:00:00.000Z` };
}

async function write(app: RunningApp, key: string, body: string): Promise<void> {
  const opened = await app.window.ask('notes:openFor', key);
  if (!opened.ok) throw new Error('no note');
  await app.window.ask('notes:save', { ...opened.value, body });
}

test('the brief of a meeting is made of the notes of its series', async () => {
  const started = await weekly();
  await using app = started.app;
  const { keyOf } = started;
  await write(app, keyOf('2026-11-16'), '- **Decision:** The freeze moves.\n- [ ] Ask\n- [ ] @Lin numbers\n');
  await write(app, keyOf('2026-11-23'), '# Weekly\n\n## Agenda\n\n- Survey (10 min)\n');
  const brief = await app.window.ask('brief:of', keyOf('2026-11-23'));
  expect(brief).toMatchObject({
    ok: true,
    value: {
      occurrence: { title: 'Weekly' },
      yours: [{ words: 'Ask', line: 2 }],
      waiting: [{ words: 'numbers', owner: 'Lin' }],
      decided: [{ text: 'The freeze moves.', line: 1 }],
      agenda: { items: [{ text: 'Survey', minutes: 10, line: 5 }] },
      lastTime: Date.parse('2026-11-16T15:00:00Z'),
    },
  });
});

test('a meeting that no feed has has no brief, which is said', async () => {
  const started = await weekly();
  await using app = started.app;
  expect(await app.window.ask('brief:of', 'gone|gone|2026-11-23T15:00:00.000Z')).toMatchObject({
    ok: false,
    problem: { code: 'notes/unknownMeeting' },
  });
});

test('the minutes of a note go on top of a file that the user chooses, once', async () => {
  const started = await weekly();
  await using app = started.app;
  const { computer, keyOf } = started;
  const opened = await app.window.ask('notes:openFor', keyOf('2026-11-16'));
  if (!opened.ok) throw new Error('no note');
  const note = { ...opened.value, body: '# Weekly\n\n## Notes\n\nHello\n' };
  const file = '/code/community/minutes.md';
  computer.memory.put(file, '# Minutes\r\n\r\n## 2026-11-09\r\n\r\nOld\r\n');
  app.desktop.chosenFile = null;
  expect(await app.window.ask('brief:addToMinutes', note)).toEqual({ ok: true, value: null });
  app.desktop.chosenFile = file;
  expect(await app.window.ask('brief:addToMinutes', note)).toEqual({ ok: true, value: file });
  const text = new TextDecoder().decode((await computer.memory.read(file)) ?? undefined);
  expect(text).toBe(
    '# Minutes\r\n\r\n## 2026-11-16\r\n\r\n### Notes\r\n\r\nHello\r\n\r\n## 2026-11-09\r\n\r\nOld\r\n',
  );
  expect(await app.window.ask('brief:addToMinutes', note)).toMatchObject({
    ok: false,
    problem: { code: 'notes/minutesThere' },
  });
  app.desktop.chosenFile = '/code/community/gone.md';
  expect(await app.window.ask('brief:addToMinutes', note)).toMatchObject({
    ok: false,
    problem: { code: 'notes/minutesUnreadable' },
  });
});
