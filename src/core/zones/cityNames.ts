import type { ZoneName } from '#base';

/**
 * Cities whose names lack accents, points and apostrophes in the tz database. Cities with an English name, such as
 * Zurich, keep it. A test compares the table with the cities of `@vvo/tzdb`.
 */
const WRITTEN: ReadonlyMap<ZoneName, string> = new Map([
  ['Africa/El_Aaiun', 'El Aaiún'],
  ['Africa/Lome', 'Lomé'],
  ['Africa/Ndjamena', 'N’Djamena'],
  ['Africa/Sao_Tome', 'São Tomé'],
  ['America/Araguaina', 'Araguaína'],
  ['America/Argentina/Cordoba', 'Córdoba'],
  ['America/Argentina/Rio_Gallegos', 'Río Gallegos'],
  ['America/Argentina/Tucuman', 'Tucumán'],
  ['America/Asuncion', 'Asunción'],
  ['America/Bahia_Banderas', 'Bahía de Banderas'],
  ['America/Belem', 'Belém'],
  ['America/Bogota', 'Bogotá'],
  ['America/Cancun', 'Cancún'],
  ['America/Ciudad_Juarez', 'Ciudad Juárez'],
  ['America/Cuiaba', 'Cuiabá'],
  ['America/Curacao', 'Curaçao'],
  ['America/Eirunepe', 'Eirunepé'],
  ['America/Lower_Princes', 'Lower Prince’s Quarter'],
  ['America/Maceio', 'Maceió'],
  ['America/Mazatlan', 'Mazatlán'],
  ['America/Merida', 'Mérida'],
  ['America/Montreal', 'Montréal'],
  ['America/Santarem', 'Santarém'],
  ['America/Sao_Paulo', 'São Paulo'],
  ['America/St_Barthelemy', 'St. Barthélemy'],
  ['America/St_Johns', 'St. John’s'],
  ['America/St_Kitts', 'St. Kitts'],
  ['America/St_Lucia', 'St. Lucia'],
  ['America/St_Thomas', 'St. Thomas'],
  ['America/St_Vincent', 'St. Vincent'],
  ['Antarctica/DumontDUrville', 'Dumont d’Urville'],
  ['Asia/Urumqi', 'Ürümqi'],
  ['Atlantic/St_Helena', 'St. Helena'],
  ['Europe/Busingen', 'Büsingen'],
  ['Europe/Tirane', 'Tirana'],
  ['Indian/Mahe', 'Mahé'],
  ['Indian/Reunion', 'Réunion'],
  ['Pacific/Noumea', 'Nouméa'],
]);

/** The city in a zone's name, in its usual spelling: `São Paulo`. */
export const writtenCity = (zone: ZoneName): string =>
  WRITTEN.get(zone) ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
