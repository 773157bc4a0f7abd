import { parseArgs } from 'node:util';
import { visibleLine } from '#base';
import { type DirectoryEntry, isFollowable } from '#core/directory/directoryEntry.ts';
import type { DirectoryRow } from '#core/directory/directoryIndex.ts';
import { isDirectoryFirst, searchGroups } from '#core/directory/searchCommunities.ts';
import { byFoundation, searchDirectory } from '#core/directory/searchDirectory.ts';
import { problemLine } from '../advice.ts';
import { BadInput, type Command } from '../command.ts';
import { openCommunities } from '../directory.ts';
import { isKubernetes, kubernetesGroups, type KubernetesGroup } from '../kubernetesGroups.ts';
import { KUBERNETES } from '#core/feeds/storedFeeds.ts';
import { jsonText } from '../occurrenceJson.ts';
import { paintFor, type Paint } from '../paint.ts';
import { badInput, output } from '../texts.ts';

/** A community for programs: its facts, each with its source and date. */
function communityJson(entry: DirectoryEntry) {
  const sourced = <Fact extends { readonly source: number }>({ source, ...fact }: Fact) => {
    const { url = null, date = null, age = null } = entry.sources[source] ?? {};
    return { ...fact, source: { url, date, age } };
  };
  const { id, name, aliases, topics, foundation, about, website, isArchived, remarks, conduct } = entry;
  return {
    id,
    name,
    aliases,
    topics,
    foundation,
    about,
    website,
    isArchived,
    calendars: entry.calendars.map((one) => ({ ...sourced(one), canFollow: isFollowable(one) })),
    pages: entry.pages.map(sourced),
    meetings: entry.meetings.map(sourced),
    chats: entry.chats.map(sourced),
    lists: entry.lists.map(sourced),
    conduct: conduct === null ? null : sourced(conduct),
    remarks,
  };
}

function rowText({ id, name, calendarCount, meetingCount, asOf }: DirectoryRow, paint: Paint): string {
  const facts = [
    calendarCount === 0 ? output.noCalendar : output.calendars(calendarCount),
    ...(meetingCount === 0 ? [] : [output.stated(meetingCount)]),
    asOf ?? output.undated,
  ];
  return `  ${id.padEnd(24)}  ${visibleLine(name)}  ${paint.dim(facts.join(', '))}`;
}

/** A group of Kubernetes for programs. */
const groupJson = ({ id, name, description, meetings }: KubernetesGroup) => ({
  id,
  name,
  groupOf: KUBERNETES,
  about: description,
  meetings: meetings.map((one) => one.title).filter(Boolean),
});

/** Kubernetes as a whole, if it is named or all is listed, and the groups that are found. */
function kubernetesText(
  groups: readonly KubernetesGroup[],
  isWhole: boolean,
  all: number,
  paint: Paint,
): string {
  const rows = groups.map(
    ({ id, name, meetings }) =>
      `  ${id.padEnd(24)}  ${visibleLine(name)}  ${paint.dim(output.meetings(meetings.length))}`,
  );
  const whole = `  ${KUBERNETES.padEnd(24)}  Kubernetes  ${paint.dim(output.groups(all))}`;
  return [paint.bold('Kubernetes'), ...(isWhole ? [whole] : []), ...rows].join('\n');
}

/** `communities`: the directory, or what of it the words find. */
export const communities: Command = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const words = positionals.join(' ');
  const directory = openCommunities(terminal);
  const found = searchDirectory(await directory.rows(), words);
  const all = await kubernetesGroups(terminal);
  const isWhole = all.length > 0 && (words === '' || isKubernetes(words));
  const groups = words === '' || isWhole ? [] : searchGroups(all, words, (one) => one);
  if (values.json) {
    const entries = await Promise.all(found.map(({ id }) => directory.entry(id)));
    for (const one of entries) if (!one.ok) terminal.err.write(`office-hours: ${problemLine(one.problem)}\n`);
    const inDirectory = entries.flatMap((one) => (one.ok ? [communityJson(one.value)] : []));
    terminal.out.write(jsonText([...(isWhole ? all : groups).map(groupJson), ...inDirectory]));
    return;
  }
  if (found.length === 0 && groups.length === 0 && !isWhole) throw new BadInput(badInput.noCommunity(words));
  const paint = paintFor(terminal);
  const sections = byFoundation(found, words === '' ? 'othersLast' : 'ranked').map(({ foundation, rows }) =>
    [paint.bold(foundation ?? output.noFoundation), ...rows.map((row) => rowText(row, paint))].join('\n'),
  );
  if (isWhole || groups.length > 0) {
    const text = kubernetesText(groups, isWhole, all.length, paint);
    const isLast =
      !isWhole &&
      isDirectoryFirst(
        found,
        groups.map(({ name }) => name),
        words,
      );
    sections.splice(isLast ? sections.length : 0, 0, text);
  }
  terminal.out.write(`${sections.join('\n\n')}\n\n${paint.dim(output.untested)}\n`);
};
