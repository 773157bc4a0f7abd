import { seriesOfKey } from '#core/keys.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { StatementButtons } from '../statements/StatementButtons.tsx';

/** The two answers to “does it still take place?” about a meeting of the agenda. */
export const StatementAnswers = ({ occurrence }: { readonly occurrence: Occurrence }) => (
  <StatementButtons title={occurrence.title} series={occurrence.sources.map(seriesOfKey)} />
);
