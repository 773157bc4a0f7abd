import type { CalendarDate } from '#base';

/** Ids of what can have the focus in the grid. */

/** A meeting in a day's column; one over midnight is in two. */
export const blockId = (date: CalendarDate, key: string): string => `${date} ${key}`;

/** The count of what has no room, at a height of the day or above its hours. */
export const moreId = (date: CalendarDate, at: number | 'bars'): string => `more ${date} ${at}`;

/** The name of a day. */
export const headId = (date: CalendarDate): string => `head ${date}`;

/** What lasts all day or longer. */
export const barId = (key: string): string => `bar ${key}`;
