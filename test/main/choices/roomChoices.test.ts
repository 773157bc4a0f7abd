import { expect, test } from 'vitest';
import { createDiskWriter } from '#main/storage/diskWriter.ts';
import { openChoiceStore } from '#main/choices/choiceStore.ts';
import { openRoomChoices } from '#main/choices/roomChoices.ts';
import { createProblems } from '#main/app/problems.ts';
import { watchConfig } from '#main/settings/configEdits.ts';
import { findJoinLinks } from '#meeting-links';
import { anOccurrence, at } from '../../builders/anOccurrence.ts';
import { FakeClock } from '../../fakes/fakeClock.ts';
import { MemoryStore } from '../../fakes/startApp.ts';

const room = findJoinLinks([{ source: 'url', text: 'https://zoom.us/j/97512345678' }]);
const now = at('2026-11-20T18:00:00Z');
const openFacts = (store: MemoryStore) => {
  const problems = createProblems([]);
  const writer = createDiskWriter({ clock: new FakeClock('2026-11-20T18:00:00Z'), log: () => {} }, problems);
  const edits = watchConfig({ store, log: () => {} }, problems);
  return openRoomChoices(openChoiceStore(store, problems, { edits, writer }), () => now);
};

test('a calendar with new UIDs in each of 1,000 downloads is limited to its share', () => {
  const store = new MemoryStore();
  const facts = openFacts(store);
  const stable = anOccurrence({ uid: 'stable', feedId: 'quiet', joinLinks: room });
  facts.remember([stable]);
  for (let download = 0; download < 1_000; download += 1)
    facts.remember(
      Array.from({ length: 18 }, (_, index) =>
        anOccurrence({ uid: `${download}-${index}`, feedId: 'restless', joinLinks: room }),
      ),
    );
  expect(facts.lastRooms()).toHaveLength(201);
  // The share of another feed is its own.
  expect(
    openFacts(store)
      .lastRooms()
      .map(({ uid }) => uid),
  ).toContain('stable');
});
