import type { Doubt } from '#calendar';
import type { ScheduleParts } from '../schedule/scheduleParts.ts';
import { type Schedule, settleSchedule } from '../schedule/settleSchedule.ts';
import type { ZoneReading } from '../zones/readZone.ts';
import type { PageMeeting } from './pageMeeting.ts';
import type { Page } from './pageUnit.ts';
import { type PageZone, type RulingZone, rulingZoneOf, rulingZones, zoneOfPage } from './pageZone.ts';

/** What a page says about the zones of all its meetings. */
export interface PageZones {
  readonly common: PageZone;
  readonly rulings: readonly RulingZone[];
}

/** The zone statements of a page. */
export const zonesOfPage = (page: Page): PageZones => ({
  common: zoneOfPage(page),
  rulings: rulingZones(page),
});

/** Of a time in several zones, only the one that the page calls authoritative; all if it calls none so. */
function ruled(
  meeting: PageMeeting,
  rulings: readonly RulingZone[],
): { parts: ScheduleParts; ruling: ZoneReading | null } {
  const zone = rulingZoneOf(meeting.texts.join(' '), rulings);
  const mark = meeting.parts.times.find((time) => time.zone !== null && time.zone.zone === zone?.zone);
  if (zone === null || mark === undefined || meeting.parts.times.length < 2)
    return { parts: meeting.parts, ruling: null };
  return { parts: { ...meeting.parts, times: [mark] }, ruling: zone };
}

/** The schedule of a meeting, with what its page says about zones. */
export function scheduleOf(meeting: PageMeeting, zones: PageZones): Schedule {
  const { common } = zones;
  const { parts, ruling } = ruled(meeting, zones.rulings);
  const isUnnamed = parts.zone === null && parts.times.every((mark) => mark.zone === null);
  const schedule = settleSchedule(isUnnamed ? { ...parts, zone: common.only } : parts, {
    isRhythmOptional: true,
  });
  // A zone that the page does not announce becomes a question if its name has several readings (`EST` in
  // summer).
  const isDoubtful = parts.times.some((mark) => mark.zone !== null && mark.zone.assumption !== null);
  const isForeign =
    isDoubtful && common.all.length > 0 && !common.all.some((known) => known.zone === schedule.zone);
  const doubts: Doubt[] = [...schedule.doubts];
  if (isUnnamed && common.only !== null && schedule.time !== null)
    doubts.push({ kind: 'zoneOfPage', zone: common.only.written });
  if (ruling !== null) doubts.push({ kind: 'zoneThatCounts', zone: ruling.written });
  if (isForeign) {
    const ofPage = common.all.map(({ written }) => written);
    doubts.push({ kind: 'pageZonesDiffer', ofPage, zone: schedule.zones[0] ?? '' });
  }
  return { ...schedule, doubts };
}
