import { rhythmInWords, type Series } from '#calendar';
import type { Community } from './community.ts';

type CommunityMeeting = Community['meetings'][number];

/** A meeting on the Communities screen. @param series null if it has no dates */
export const communityMeeting = (
  series: Series | null,
  facts: Omit<CommunityMeeting, 'rhythm' | 'isWeekUnknown' | 'readings' | 'isDated' | 'isStillOn'>,
): CommunityMeeting => ({
  ...facts,
  rhythm: series === null ? '' : (rhythmInWords(series) ?? ''),
  isWeekUnknown: series !== null && series.doubt !== null,
  readings: series?.doubt?.readings ?? [],
  isDated: series !== null,
  isStillOn: null,
});
