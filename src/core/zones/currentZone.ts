import type { ZoneName } from '#base';

/**
 * Renamed zones and their present names. Browsers and Node keep the old names, since CLDR's identifiers never change.
 * Source: the tz database, `backward`; a test compares it with the zones of this runtime.
 */
const RENAMED: ReadonlyMap<ZoneName, ZoneName> = new Map([
  ['Africa/Asmera', 'Africa/Asmara'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Catamarca', 'America/Argentina/Catamarca'],
  ['America/Coral_Harbour', 'America/Atikokan'],
  ['America/Cordoba', 'America/Argentina/Cordoba'],
  ['America/Godthab', 'America/Nuuk'],
  ['America/Indianapolis', 'America/Indiana/Indianapolis'],
  ['America/Jujuy', 'America/Argentina/Jujuy'],
  ['America/Louisville', 'America/Kentucky/Louisville'],
  ['America/Mendoza', 'America/Argentina/Mendoza'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Pacific/Enderbury', 'Pacific/Kanton'],
  ['Pacific/Ponape', 'Pacific/Pohnpei'],
  ['Pacific/Truk', 'Pacific/Chuuk'],
]);

/** The present name of a zone; the same name for most. */
export const currentZone = (zone: ZoneName): ZoneName => RENAMED.get(zone) ?? zone;

/** The former name of a zone, which people may search for; null for most. */
export const formerZone = (zone: ZoneName): ZoneName | null =>
  RENAMED.entries().find(([, today]) => today === zone)?.[0] ?? null;
