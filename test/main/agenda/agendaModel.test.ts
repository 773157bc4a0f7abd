import { expect, test } from 'vitest';
import { createAgendaModel } from '#main/agenda/agendaModel.ts';
import type { FeedReader } from '#main/ports/feedReader.ts';
import { anOccurrence } from '../../builders/anOccurrence.ts';
import { FakeClock } from '../../fakes/fakeClock.ts';

/** A model over a reader that answers with one more occurrence each time, and what it wrote down. */
function open(answer: (count: number) => ReturnType<FeedReader['agenda']> = built) {
  const log: string[] = [];
  let asked = 0;
  const next = () => answer((asked += 1));
  const reader = { agenda: next, range: next };
  const clock = new FakeClock('2026-11-20T09:00:00Z');
  const ports = { reader, clock, log: (line: string) => void log.push(line) };
  const model = createAgendaModel(ports, {
    feeds: { readings: () => [], settled: async () => undefined, dated: () => undefined },
    zone: () => 'UTC',
  });
  return { model, log };
}

const built = async (count: number) => ({
  kind: 'built' as const,
  occurrences: Array.from({ length: count }, (_, index) => anOccurrence({ uid: `${index}` })),
  problems: [],
  heavy: [],
});

test('a listener that throws does not affect the others, each time, and is logged', async () => {
  const { model, log } = open();
  const heard: number[] = [];
  model.changed.on(() => {
    throw new Error('the first one is broken');
  });
  model.changed.on(({ occurrences }) => heard.push(occurrences.length));
  await model.rebuild();
  await Promise.all([model.rebuild(), model.rebuild()]);
  expect(heard).toEqual([1, 2, 3]);
  expect(log).toHaveLength(3);
  expect(log[0]).toContain('the first one is broken');
});

test('other events run between two listeners, and a listener removed meanwhile is not called', async () => {
  const { model } = open();
  const heard: string[] = [];
  model.changed.on(() => {
    heard.push('first');
    setImmediate(() => {
      heard.push('somebody else');
      leaving[Symbol.dispose]();
    });
  });
  model.changed.on(() => heard.push('second'));
  const leaving = model.changed.on(() => heard.push('gone'));
  await model.rebuild();
  expect(heard).toEqual(['first', 'somebody else', 'second']);
});

test('a build that fails rejects for its caller, and the next one succeeds', async () => {
  const { model } = open(async (count) => {
    if (count === 1) throw new Error('unreadable');
    return built(count);
  });
  const [first, second] = await Promise.allSettled([model.rebuild(), model.rebuild()]);
  expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
  expect(model.occurrences()).toHaveLength(2);
});
