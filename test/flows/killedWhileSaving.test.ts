import { expect, test } from 'vitest';
import type { Note } from '#core/notes/note.ts';
import { settle } from '../fakes/fakeClock.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';
import { untilKilled } from '../fakes/untilKilled.ts';

const FOLDER = '/documents/Office Hours';

/** What somebody does until the app is killed. */
interface Scene {
  readonly what: string;
  /** Opens the note. */
  readonly open: (app: RunningApp, computer: Computer) => Promise<Note>;
  /** The texts of the notes folder after the next start, if the app was killed late; in any order. */
  readonly notes: (lastStored: string) => readonly string[];
}

const read = async (app: RunningApp): Promise<Note> => {
  const opened = await app.window.ask('notes:read', 'An idea.md');
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
};

const scenes: readonly Scene[] = [
  { what: 'a note', open: read, notes: (text) => [text] },
  {
    what: 'a note that another program changed',
    open: async (app, computer) => {
      const opened = await read(app);
      computer.memory.put(`${FOLDER}/An idea.md`, 'From elsewhere\n');
      return opened;
    },
    notes: (text) => ['From elsewhere\n', text],
  },
  {
    what: 'a new note, which gets its name from its words',
    open: async (app, computer) => {
      const opened = await read(app);
      await computer.memory.remove(`${FOLDER}/An idea.md`);
      return { ...opened, path: '2026-11-23 Note.md', title: 'Note', version: null, unwrittenId: 'a' };
    },
    notes: (text) => [text],
  },
];

const typed = ['Words\nand', 'Words\nand more', 'Words\nand more of them'] as const;

/** Types three texts: the first is stored, the second is saved, the third is typed and stored while it is saved. */
async function type(app: RunningApp, computer: Computer, note: Note): Promise<void> {
  const [stored, saved, last] = typed;
  void app.window.ask('notes:keepDraft', { ...note, body: stored }, crypto.randomUUID());
  await computer.clock.advance(1_500);
  void app.window.ask('notes:save', { ...note, body: saved });
  void app.window.ask('notes:keepDraft', { ...note, body: last }, crypto.randomUUID());
  await computer.clock.advance(1_500);
  await settle();
}

const textsOf = ({ memory }: Computer): string[] =>
  memory.names(FOLDER).map((name) => memory.text(`${FOLDER}/${name}`) ?? '');

/** The last text that the disk has after the kill, in the folder or beside it. */
const lastOnDisk = (computer: Computer): string | undefined => {
  const stored = computer.memory.text('/user/unsaved-notes.json') ?? '';
  const everything = [...textsOf(computer), stored.replaceAll('\\n', '\n')].join('\n\n');
  return typed.findLast((text) => everything.includes(text));
};

test.each(scenes)(
  'a kill after any write while $what is saved leaves the last text once, and no earlier one',
  async ({ open, notes }) => {
    for (let changes = 0; ; changes += 1) {
      const computer = new Computer('2026-11-23T09:00:00Z');
      computer.memory.put(`${FOLDER}/An idea.md`, '# An idea\n');
      const disk = untilKilled(computer.memory);
      computer.files = disk.files;
      const app = await computer.start();
      const note = await open(app, computer);
      await settle();
      disk.killAfter(changes);
      await type(app, computer, note);
      const last = lastOnDisk(computer);
      const isThere = last !== undefined && textsOf(computer).includes(last);
      computer.files = computer.memory;
      await using again = await computer.start();
      await settle();
      // What was there already is not told.
      const told = isThere ? await again.window.ask('app:problems') : [];
      expect(told, `${changes} writes`).toEqual([]);
      const expected = last === undefined ? textsOf(computer) : notes(last);
      expect(textsOf(computer).sort(), `${changes} writes`).toEqual([...expected].sort());
      expect(computer.memory.text('/user/unsaved-notes.json')).toBeNull();
      if (!disk.isKilled()) break;
    }
  },
);
