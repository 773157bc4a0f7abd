import { expect, test } from 'vitest';
import { createFeedThread } from '#main/adapters/threads/feedThread.ts';
import type { ThreadLimits } from '#main/adapters/threads/threadLimits.ts';
import type { FeedReader } from '#main/ports/feedReader.ts';
import type { Notice } from '#main/ports/notifier.ts';
import { HOUR, MINUTE } from '#base';
import { isDeep } from '../../effort.ts';
import { aCalendar } from '../../builders/aCalendar.ts';
import {
  allDayForYears,
  dailyStandUp,
  finePage,
  pageOfMarks,
  runningFor,
} from '../../builders/hostileFeeds.ts';
import { type FakeClock, settle } from '../../fakes/fakeClock.ts';
import { FakeNotifier } from '../../fakes/fakeDesktop.ts';
import { Computer, type RunningApp } from '../../fakes/startApp.ts';

/**
 * Two days beside feeds that would take the agenda, the reader or the screen from all others, with the real thread. They
 * cost the processor half a minute; test/flows/hostileFeeds.test.ts tries an afternoon in each run.
 */

const start = Date.parse('2026-11-20T05:00:00Z');
/** Servers that say so are asked seldom, which keeps the days short. */
const FRESH_MS = 6 * HOUR;
const KILLER = 'Killer';
const limits: ThreadLimits = {
  megabytes: 512,
  startMs: 60_000,
  cpuMs: 10_000,
  silenceMs: 300_000,
  pauses: [0, 100],
  soundMs: 60_000,
  idleMs: null,
};

/** The thread of the app, except that it ends as it reads a calendar with that name. */
const mortal = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, workerData } from 'node:worker_threads';
    const on = parentPort.on.bind(parentPort);
    parentPort.on = (name, answer) => on(name, (message) => {
      if (message.kind === 'read' && new TextDecoder().decode(message.feed.bytes).includes('${KILLER}')) {
        workerData.progress[0] = message.id;
        process.exit(1);
      }
      answer(message);
    });
    await import(${JSON.stringify(new URL('../../../src/main/adapters/threads/feedWorker.ts', import.meta.url).href)});
  `)}`,
);

/** Knows what the reader was asked and has not answered. */
class Desk {
  readonly #open = new Set<Promise<unknown>>();
  losses = 0;

  newReader(): FeedReader {
    const reader = createFeedThread(mortal, () => undefined, limits);
    reader.onLost(() => (this.losses += 1));
    return {
      ...reader,
      read: (...question) => this.#watch(reader.read(...question)),
      agenda: (...question) => this.#watch(reader.agenda(...question)),
      range: (...question) => this.#watch(reader.range(...question)),
      preview: (...question) => this.#watch(reader.preview(...question)),
      changes: (...question) => this.#watch(reader.changes(...question)),
    };
  }

  #watch<T>(answer: Promise<T>): Promise<T> {
    this.#open.add(answer);
    void answer.finally(() => this.#open.delete(answer));
    return answer;
  }

  /** Time stands still until all is answered. */
  async isEmpty(): Promise<void> {
    do {
      await Promise.all(this.#open);
      await settle();
    } while (this.#open.size > 0);
  }
}

/** Writes down when each notice came. */
class Screen extends FakeNotifier {
  readonly shown: { readonly at: string; readonly title: string }[] = [];
  readonly #clock: FakeClock;

  constructor(clock: FakeClock) {
    super();
    this.#clock = clock;
  }

  override show(notice: Notice): Disposable {
    this.shown.push({ at: new Date(this.#clock.now()).toISOString(), title: notice.title });
    return super.show(notice);
  }
}

test.runIf(isDeep)(
  'a stand-up beside hostile feeds is announced on time, whatever ends',
  { tags: ['deep'] },
  async () => {
    const computer = new Computer(new Date(start).toISOString());
    const desk = new Desk();
    computer.newReader = () => desk.newReader();
    const screen = new Screen(computer.clock);
    const address = (name: string): string => `https://${name}.org/feed`;
    const serve = (name: string, text: string, tag = '"1"'): void =>
      computer.network.serve(address(name), text, tag, FRESH_MS);
    serve('team', dailyStandUp(start));
    serve('running', runningFor(2_000, start));
    serve('long', allDayForYears(1));
    serve('heavy', allDayForYears(600));
    serve('page', finePage());
    const plain = aCalendar([{ title: 'Lunch', start: '2026-12-24T11:00:00Z' }]);
    serve('killer', plain);

    let app: RunningApp = await computer.start(screen);
    for (const name of ['team', 'running', 'long', 'heavy', 'page', 'killer'])
      expect(await app.window.ask('feeds:add', address(name))).toMatchObject({ ok: true });
    serve('page', pageOfMarks(), '"2"');
    await desk.isEmpty();

    const until = async (iso: string): Promise<void> => {
      while (computer.clock.now() < Date.parse(iso)) {
        await computer.clock.advance(Math.min(10 * MINUTE, Date.parse(iso) - computer.clock.now()));
        await desk.isEmpty();
      }
    };
    // Before a reminder, between two of them, and far from any; the app is started anew after each loss.
    const lossesAt = [
      '2026-11-20T09:30:00Z',
      '2026-11-20T14:49:30Z',
      '2026-11-20T14:59:30Z',
      '2026-11-21T07:00:00Z',
      '2026-11-21T14:55:00Z',
    ];
    for (const [index, at] of lossesAt.entries()) {
      await until(at);
      serve('killer', `${plain}${KILLER} ${index}`, `"k${index}"`);
      await app.window.ask('feeds:refresh');
      await desk.isEmpty();
      expect(desk.losses).toBeGreaterThan(index);
      await app[Symbol.asyncDispose]();
      app = await computer.start(screen);
      await desk.isEmpty();
    }
    await until('2026-11-22T05:00:00Z');

    // Nothing of the others took the screen.
    expect(new Set(screen.shown.map(({ title }) => title))).toEqual(new Set(['Stand-up']));
    const standUps = (await app.window.askAgenda()).occurrences.filter(({ title }) => title === 'Stand-up');
    expect(standUps.length).toBeGreaterThan(30);
    await app[Symbol.asyncDispose]();
    expect(screen.shown.map(({ at }) => at)).toEqual(
      ['20', '21'].flatMap((day) =>
        ['14:50', '14:59', '15:00'].map((time) => `2026-11-${day}T${time}:00.000Z`),
      ),
    );
  },
);
