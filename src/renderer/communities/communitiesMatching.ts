import type { Community } from '#core/catalogue/community.ts';

/** The communities with every word of the query in name, description, meetings or leads. */
export function communitiesMatching<C extends Community>(communities: readonly C[], query: string): C[] {
  const words = query.toLocaleLowerCase().split(/\s+/);
  return communities.filter((one) => {
    const text = [
      one.name,
      one.description,
      ...one.meetings.map((meeting) => meeting.title),
      ...one.leads.map((lead) => lead.name),
    ]
      .join(' ')
      .toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}
