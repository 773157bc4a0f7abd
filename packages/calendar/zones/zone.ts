import { DAY, type Instant, type ZoneName } from '#base';
import type { SeriesZone } from '../series.ts';
import type { WallTime } from '../wallTime.ts';
import { ianaOffsets } from './ianaOffsets.ts';
import type { Offsets, OffsetSpan } from './offsetSpan.ts';
import { tableOffsets } from './tableOffsets.ts';

/** Converts between instants and wall times of a zone. Fast enough to call for each occurrence. */
export class Zone {
  readonly name: ZoneName | null;
  readonly #offsets: Offsets;
  /** The span used last; initially an empty one. */
  #span: OffsetSpan = { from: Infinity, to: -Infinity, offset: 0 };

  constructor(name: ZoneName | null, offsets: Offsets) {
    this.name = name;
    this.#offsets = offsets;
  }

  /** The wall time at an instant. */
  wallTime(instant: Instant): WallTime {
    return instant + this.spanAt(instant).offset;
  }

  /**
   * The instant of a wall time (RFC 5545 §3.3.5). A repeated hour gives the first instant; a time in a gap uses the
   * offset before the gap.
   */
  instant(wall: WallTime): Instant {
    // Offsets are below 24 hours, so the instant is less than a day away from the same wall time in UTC.
    const span = this.#span;
    if (wall - DAY >= span.from && wall + DAY < span.to) return wall - span.offset;
    const before = this.spanAt(wall - DAY);
    const early = wall - before.offset;
    if (early < before.to) return early;
    for (let next = this.spanAt(before.to); next.from - DAY <= wall; next = this.spanAt(next.to)) {
      const candidate = wall - next.offset;
      if (candidate < next.from) return wall - this.spanAt(next.from - 1).offset;
      if (candidate < next.to) return candidate;
    }
    return early;
  }

  /** Whether a wall time does not exist because the clock skips it. */
  isInGap(wall: WallTime): boolean {
    return this.wallTime(this.instant(wall)) !== wall;
  }

  /** The stretch of time around an instant that has one offset, or a part of it. */
  spanAt(instant: Instant): OffsetSpan {
    const span = this.#span;
    if (instant >= span.from && instant < span.to) return span;
    return (this.#span = this.#offsets(instant));
  }
}

const ianaZones = new Map<ZoneName, Zone>();
const customZones = new WeakMap<SeriesZone, Zone>();

/** The zone with an IANA name; one shared object per name. Throws if the platform does not know the name. */
export function ianaZone(name: ZoneName): Zone {
  let zone = ianaZones.get(name);
  if (zone === undefined) ianaZones.set(name, (zone = new Zone(name, ianaOffsets(name))));
  return zone;
}

/** The clock of a series; `viewer` is the zone of floating series. */
export function zoneOf(zone: SeriesZone, viewer: Zone): Zone {
  if (zone.kind === 'floating') return viewer;
  if (zone.kind === 'iana') return ianaZone(zone.name);
  let custom = customZones.get(zone);
  if (custom === undefined) customZones.set(zone, (custom = new Zone(zone.name, tableOffsets(zone.changes))));
  return custom;
}
