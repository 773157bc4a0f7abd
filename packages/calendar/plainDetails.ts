import type { SeriesDetails } from './series.ts';

/** Details with only a title. */
export const plainDetails = (title: string): SeriesDetails => ({
  title,
  description: { format: 'text', content: '' },
  location: '',
  url: '',
  conferences: [],
  organizer: null,
  attendees: [],
  categories: [],
  color: null,
  isTransparent: false,
  alarms: [],
  links: null,
  community: null,
  communityName: null,
  phrase: null,
  recorded: null,
  doubts: [],
});
