import { expect, test } from 'vitest';
import { createAgendaModel } from '../../../src/main/agenda/agendaModel.ts';
import type { FeedReader } from '../../../src/main/ports.ts';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';

/** A model over a reader that answers with one more occurrence each time, and what it wrote down. */
function open(answer: (count: number) => ReturnType<FeedReader['agenda']> = built) {
  const log: string[] = [];
  let asked = 0;
  const reader = { agenda: () => answer((asked += 1)) };
  const now = at('2026-11-20T09:00:00Z');
  const model = createAgendaModel(
    { reader, log: (line) => log.push(line) },
    () => [],
    () => 'UTC',
    () => now,
  );
  return { model, log };
}

const built = async (count: number) => ({
  kind: 'built' as const,
  occurrences: Array.from({ length: count }, (_, index) => anOccurrence({ uid: `${index}` })),
  problems: [],
});

test('a listener that throws costs only itself, each time, and is written down', async () => {
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

test('a build that fails is told to who asked, and the next one is built', async () => {
  const { model } = open(async (count) => {
    if (count === 1) throw new Error('unreadable');
    return built(count);
  });
  const [first, second] = await Promise.allSettled([model.rebuild(), model.rebuild()]);
  expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
  expect(model.occurrences()).toHaveLength(2);
});
