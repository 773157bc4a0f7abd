import { DAY, type Instant, type ZoneName } from '#base';
import type { SeriesZone } from '../series.ts';
import type { WallTime } from '../wallTime.ts';
import { ianaOffsets } from './ianaOffsets.ts';
import type { Offsets, OffsetSpan } from './offsetSpan.ts';
import { tableOffsets } from './tableOffsets.ts';

/** The clock of a place, quick enough to be asked for every occurrence. */
export class Zone {
  readonly name: ZoneName | null;
  readonly #offsets: Offsets;
  /** The span that was asked for last; at first one that holds nothing. */
  #span: OffsetSpan = { from: Infinity, to: -Infinity, offset: 0 };

  constructor(name: ZoneName | null, offsets: Offsets) {
    this.name = name;
    this.#offsets = offsets;
  }

  /** What the clock shows at an instant. */
  wallTime(instant: Instant): WallTime {
    return instant + this.#spanAt(instant).offset;
  }

  /**
   * The instant at which the clock shows a wall time (RFC 5545 §3.3.5): of a repeated hour the first, and in a gap
   * the one that the offset before the gap gives.
   */
  instant(wall: WallTime): Instant {
    // No offset reaches 24 hours, so the instant is less than a day away from where UTC would have it.
    const span = this.#span;
    if (wall - DAY >= span.from && wall + DAY < span.to) return wall - span.offset;
    const before = this.#spanAt(wall - DAY);
    const early = wall - before.offset;
    if (early < before.to) return early;
    for (let next = this.#spanAt(before.to); next.from - DAY <= wall; next = this.#spanAt(next.to)) {
      const candidate = wall - next.offset;
      if (candidate < next.from) return wall - this.#spanAt(next.from - 1).offset;
      if (candidate < next.to) return candidate;
    }
    return early;
  }

  /** Whether the clock never shows this wall time, because it is put forward over it. */
  isInGap(wall: WallTime): boolean {
    return this.wallTime(this.instant(wall)) !== wall;
  }

  #spanAt(instant: Instant): OffsetSpan {
    const span = this.#span;
    if (instant >= span.from && instant < span.to) return span;
    return (this.#span = this.#offsets(instant));
  }
}

const ianaZones = new Map<ZoneName, Zone>();
const customZones = new WeakMap<SeriesZone, Zone>();

/** The clock of an IANA zone; one object per name. Throws for a name that the platform does not know. */
export function ianaZone(name: ZoneName): Zone {
  let zone = ianaZones.get(name);
  if (zone === undefined) ianaZones.set(name, (zone = new Zone(name, ianaOffsets(name))));
  return zone;
}

/** The clock that a series hangs on, where `viewer` is the zone of floating ones. */
export function zoneOf(zone: SeriesZone, viewer: Zone): Zone {
  if (zone.kind === 'floating') return viewer;
  if (zone.kind === 'iana') return ianaZone(zone.name);
  let custom = customZones.get(zone);
  if (custom === undefined) customZones.set(zone, (custom = new Zone(zone.name, tableOffsets(zone.changes))));
  return custom;
}
