import type { FeedStatus } from '#core/feeds/feed.ts';
import type { Result } from '#base';
import type { Api } from '../kit/api.ts';
import type { AddRequest } from './AddCalendar.tsx';

/**
 * The request that opens the dialog for another address or text of a calendar. A pasted text is filled in; an address
 * is not, since it may hold a token.
 * @param name as the user calls it
 */
export async function changeRequest(
  api: Api,
  { feed, maskedAddress }: FeedStatus,
  name: string,
): Promise<Result<AddRequest>> {
  const isPasted = feed.source.kind === 'pasted';
  const text = isPasted ? await api.invoke('feeds:text', feed.id) : ({ ok: true, value: '' } as const);
  if (!text.ok) return text;
  const change = { id: feed.id, name, now: isPasted ? null : maskedAddress };
  return { ok: true, value: { text: text.value.trimEnd(), change, isFromLink: false } };
}
