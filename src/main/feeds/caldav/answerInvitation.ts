import { changeReply, restoreReply, type AnsweredDates, type FormerReply } from '#core/caldav/changeReply.ts';
import { accountFailure } from '#core/caldav/problems.ts';
import type { Reply } from '#core/agenda/attendance.ts';
import { success, type Result } from '#base';
import { readObject, writeObject } from './calendarObject.ts';
import { nameOf, type DavClientParts } from './davClient.ts';

/** What changes in an object, and what is to be kept of it; or why it cannot be changed. */
type Change<T> = (text: string) => Result<{ readonly text: string; readonly kept: T }>;

/**
 * Reads an object, changes it and replaces it. If it has changed in between, once more; a third version is left to the
 * user.
 */
async function changeObject<T>(parts: DavClientParts, url: string, change: Change<T>): Promise<Result<T>> {
  for (let tries = 0; tries < 2; tries += 1) {
    const read = await readObject(parts, url);
    if (read.kind === 'failed') return { ok: false, problem: read.problem };
    if (read.kind === 'gone') return accountFailure('answer/notThere');
    const changed = change(read.object.text);
    if (!changed.ok) return changed;
    const { text, kept } = changed.value;
    // It says so already, for example since another program of the user was faster.
    if (text === read.object.text) return success(kept);
    const written = await writeObject(parts, { ...read.object, text });
    if (written.kind === 'written') return success(kept);
    if (written.kind === 'gone') return accountFailure('answer/notThere');
    if (written.kind === 'failed') return { ok: false, problem: written.problem };
  }
  return accountFailure('answer/changedMeanwhile', nameOf(url));
}

/** An invitation: its object, and the addresses under which the user is invited, in lower case. */
export interface Invitation {
  readonly url: string;
  readonly own: ReadonlySet<string>;
}

/** Answers an invitation. Its server tells the organiser. @returns what was said before, for `takeBackAnswer` */
export async function answerInvitation(
  parts: DavClientParts,
  { url, own }: Invitation,
  dates: AnsweredDates,
  reply: Reply,
): Promise<Result<readonly FormerReply[]>> {
  return changeObject(parts, url, (text) => {
    const changed = changeReply(text, own, dates, reply);
    if (changed !== null) return success({ text: changed.text, kept: changed.former });
    const isInSeries = dates.kind === 'one' && changeReply(text, own, { kind: 'all' }, reply) !== null;
    return accountFailure(isInSeries ? 'answer/onlyAll' : 'answer/notThere');
  });
}

/** Says again what was said before an answer. */
export async function takeBackAnswer(
  parts: DavClientParts,
  { url, own }: Invitation,
  former: readonly FormerReply[],
): Promise<Result<null>> {
  return changeObject(parts, url, (text) => {
    const restored = restoreReply(text, own, former);
    return restored === null ? accountFailure('answer/tooLate') : success({ text: restored, kept: null });
  });
}
