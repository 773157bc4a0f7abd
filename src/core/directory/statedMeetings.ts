import type { CatalogueFile, CatalogueMeeting } from '../catalogue/catalogueFile.ts';
import { catalogueFile } from '../catalogue/catalogueFile.ts';
import { foldedText } from '../search/fold.ts';
import type { DirectoryEntry, DirectorySource, StatedMeeting } from './directoryEntry.ts';

/** The stated meetings of a community as a catalogue, which is followed where no calendar answers. */

const https = (address: string | null): string | null => {
  const secure = address?.replace(/^http:/, 'https:') ?? null;
  return secure !== null && URL.canParse(secure) ? secure : null;
};

/** True if the title says whose meeting it is. */
const isNamed = ({ name, aliases }: DirectoryEntry, title: string): boolean =>
  [name, ...aliases].some((one) => foldedText(title).includes(foldedText(one)));

function meetingOf(
  entry: DirectoryEntry,
  meeting: StatedMeeting,
  source: DirectorySource | undefined,
): Partial<CatalogueMeeting> {
  const { id, join, notes, title, when, time, zone, minutes, alternatives, doubts, said } = meeting;
  return {
    uid: `${entry.id}/${id}`,
    title: isNamed(entry, title) ? title : `${entry.name}: ${title}`,
    when,
    time,
    zone,
    minutes,
    join: https(join),
    notes: https(notes),
    agenda: https(notes),
    alternatives,
    doubts: [{ kind: 'unconfirmed', date: source?.date ?? null, age: source?.age ?? null }, ...doubts],
    said,
    questions: meeting.question === null ? [] : [meeting.question],
    assumptions: meeting.remark === null ? [] : [meeting.remark],
  };
}

/**
 * The stated meetings of a community as a catalogue of one group. Each meeting asks whether it still takes place, because
 * nobody confirmed it since its source was read.
 */
export function statedCatalogue(entry: DirectoryEntry): CatalogueFile {
  const chat = entry.chats.find(({ address }) => address !== null)?.address ?? null;
  const list = entry.lists.find(({ address }) => URL.canParse(address))?.address ?? null;
  const source = entry.sources[entry.source];
  return catalogueFile.parse({
    format: 1,
    id: entry.id,
    name: entry.name,
    source:
      source?.url === undefined || https(source.url) === null
        ? null
        : { name: source.name, url: https(source.url), date: source.date },
    conduct: null,
    communities: [
      {
        id: entry.id,
        name: entry.name,
        kind: 'project',
        description: entry.about,
        page: https(entry.website),
        chat: https(chat),
        mailingList: https(list),
        meetings: entry.meetings.map((one) => meetingOf(entry, one, entry.sources[one.source])),
      },
    ],
  });
}
