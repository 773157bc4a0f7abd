import { expect, test } from 'vitest';
import { isDeep } from '../effort.ts';
import { simulateYear } from './reminderYear.ts';
import type { OracleRules } from './oracle.ts';

/**
 * How many worlds each zone has in the long form: more than two hundred meetings a week, many at once.
 * `OFFICE_HOURS_LONG=3` asks for three.
 */
const worlds = Number(process.env['OFFICE_HOURS_LONG'] ?? (isDeep ? 1 : 0));

const usual: OracleRules = { leadMinutes: [10, 1, 0], nag: false, quiet: null };
const zones: readonly { zone: string; year: number; rules: OracleRules }[] = [
  { zone: 'Europe/Berlin', year: 2026, rules: usual },
  { zone: 'America/New_York', year: 2026, rules: { ...usual, quiet: { from: '22:00', to: '07:00' } } },
  { zone: 'America/Santiago', year: 2027, rules: { ...usual, nag: true } },
  { zone: 'Asia/Kolkata', year: 2026, rules: { ...usual, leadMinutes: [120, 30, 5] } },
  { zone: 'Australia/Lord_Howe', year: 2026, rules: { ...usual, leadMinutes: [0] } },
  { zone: 'Pacific/Auckland', year: 2028, rules: { ...usual, quiet: { from: '23:30', to: '06:15' } } },
];
/** A year of the long form takes half a minute of the processor, and a busy computer longer. */
const LIMIT_MS = 1_200_000;
/** A year takes long; the first two zones stand for all where not much is tried. */
const chosen = worlds > 0 ? zones : zones.slice(0, 2);
/** So many series leave days without a meeting; a long form fills them. */
const series = worlds > 0 ? 200 : 100;
const years = chosen.flatMap((zone, index) =>
  Array.from({ length: Math.max(1, worlds) }, (_, world) => ({ ...zone, seed: 100 * world + index + 1 })),
);

test.each(years)(
  `a year of ${series} series in $zone (world $seed): nothing is missed, doubled or late`,
  { tags: ['deep'], timeout: LIMIT_MS },
  async ({ zone, year, rules, seed }) => {
    const daysApart = worlds > 0 ? [7, 14, 28] : [14, 28, 28, 56];
    const oracle = await simulateYear({ year, zone, seed, series, daysApart, rules });
    expect(oracle.faults).toEqual([]);
    // The year was not empty.
    expect(oracle.counts.shown).toBeGreaterThan(2 * series);
    expect(oracle.counts.changes).toBeGreaterThan(20);
    expect(oracle.kills.length).toBeGreaterThan(50);
  },
);
