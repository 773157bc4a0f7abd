/** A line of front matter: `meeting_dates: "Every Thursday at 1pm PT"`. */
const FIELD = /^(?<name>[A-Za-z][\w -]{1,30}):[ \t]*(?<value>\S.{0,400})$/gm;
/** Fields of front matter about meetings, which sites show on the page. */
const OF_MEETING =
  /^(?:(?:community|weekly|monthly)[_ -])?(?:meetings?|calls?|sync|office[_ -]?hours)(?:[_ -][\w -]+)?$|^(?:schedule|when|cadence|agenda|minutes|(?:join|zoom|notes|agenda|minutes|recordings?)[_ -]?(?:url|link|doc))$/i;

/** The front matter's fields about meetings, as a Markdown list; empty if there are none. */
export function meetingFields(frontMatter: string): string {
  const items = [...frontMatter.matchAll(FIELD)].flatMap(({ groups }) => {
    const [name, value] = [groups?.['name'] ?? '', (groups?.['value'] ?? '').trim()];
    if (!OF_MEETING.test(name)) return [];
    const label = name.replace(/[_-]/g, ' ');
    return [
      `* ${label.charAt(0).toUpperCase()}${label.slice(1)}: ${value.replace(/^(["'])(.*)\1$/, '$2')}\n`,
    ];
  });
  return items.length === 0 ? '' : `${items.join('')}\n`;
}
