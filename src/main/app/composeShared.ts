import { englishLocale } from '#core/format/englishLocale.ts';
import type { TimeFormat } from '#core/format/formatTime.ts';
import type { Instant, ZoneName } from '#base';
import type { Ipc } from '../ports/ipc.ts';
import type { Ports } from '../ports/ports.ts';
import { watchConfig, type ConfigEdits } from '../settings/configEdits.ts';
import { openSettings, viewerZone, type SettingsModel } from '../settings/settings.ts';
import { reportUnknownZone } from '../settings/unknownZone.ts';
import { createDiskWriter, type DiskWriter } from '../storage/diskWriter.ts';
import { openRunMarker } from '../storage/runMarker.ts';
import { sweepLeftovers } from '../storage/sweepLeftovers.ts';
import { startClockWatch, type ClockWatch } from '../time/clockWatch.ts';
import { createProblems, type Problems } from './problems.ts';

/** The parts that every feature is built on. */
export interface Shared {
  readonly ports: Ports;
  /** Holds what has to end with the app; disposed in reverse order. */
  readonly owned: AsyncDisposableStack;
  /** Registers the handler of a request until the app quits. */
  readonly handle: Ipc['handle'];
  readonly problems: Problems;
  readonly writer: DiskWriter;
  readonly edits: ConfigEdits;
  readonly settings: SettingsModel;
  readonly clockWatch: ClockWatch;
  /** When the last run was last seen alive, ms; null if it quit. */
  readonly cutOffAfter: Instant | null;
  /** The zone in which times are shown. */
  readonly zone: () => ZoneName;
  readonly format: () => TimeFormat;
}

/** Opens problems, settings and the clock watch. @param owned receives what has to end with the app */
export async function composeShared(ports: Ports, owned: AsyncDisposableStack): Promise<Shared> {
  const { clock, environment, ipc, power, store } = ports;
  await sweepLeftovers(ports);
  const problems = createProblems(store.problems);
  const writer = owned.use(createDiskWriter(ports, problems));
  const edits = owned.use(watchConfig(ports, problems));
  const settings = openSettings(store, edits, writer);
  const zone = (): ZoneName => viewerZone(settings.current(), clock.zone());
  const clockWatch = owned.use(startClockWatch(clock, power, zone));
  // A refused edit of the file blocked these writes.
  owned.use(edits.taken.on(() => void writer.retry()));
  owned.use(clockWatch.changed.on((change) => change === 'newDay' && store.keepGoodCopy(clock.now())));
  owned.use(reportUnknownZone(clock, clockWatch, settings, problems));
  const { cutOffAfter } = owned.use(await openRunMarker(ports, clockWatch));
  return {
    ports,
    owned,
    handle: (name, handler) => owned.use(ipc.handle(name, handler)),
    problems,
    writer,
    edits,
    settings,
    clockWatch,
    cutOffAfter,
    zone,
    format: () => ({
      locale: englishLocale(environment.locale),
      zone: zone(),
      clock: settings.current().clock,
    }),
  };
}
