import { describe, expect, test } from 'vitest';
import { recogniseFormat } from '#core/feeds/recogniseFormat.ts';
import { readMarkdownPage } from '#community-pages/readers';

/** The day on which the pages are read. */
const NOW = Date.UTC(2026, 10, 29);

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (body: string, address = 'https://lamps.example.org/meetings/') =>
  readMarkdownPage(
    bytes(
      `<!doctype html>\n<html><head><title>Lamp makers | Lamps</title></head><body>${body}</body></html>`,
    ),
    NOW,
    address,
  );
const meetings = (body: string) =>
  read(body).drafts.map(
    ({ title, weekdays, time, zone, hasQuestions }) =>
      `${title}: ${weekdays?.join()} ${time} ${zone}${hasQuestions ? ' ?' : ''}`,
  );

describe('a web page is read as other pages are', () => {
  test('its headings, lists and links', () => {
    const { drafts } = read(`
<main><h1>Lamp makers<a class="headerlink" href="#lamps">¶</a></h1><h2>Meetings</h2>
<ul><li>Wick call: every Monday, 15:00 UTC<ul><li><a href="https://meet.google.com/wic-kkkk-abc">Join</a></li></ul></li>
<li><b>Oil call</b>: first Wednesday of the month, 19:00 UTC (<a href="../notes/oil">notes</a>)</li></ul></main>`);
    expect(drafts).toMatchObject([
      { title: 'Wick call', weekdays: ['MO'], time: '15:00', join: 'https://meet.google.com/wic-kkkk-abc' },
      {
        title: 'Oil call',
        rrule: 'FREQ=MONTHLY;BYDAY=1WE',
        join: null,
        notes: 'https://lamps.example.org/notes/oil',
      },
    ]);
  });

  test('its tables, with the zone of a column', () => {
    const table = `<table><thead><tr><th>Group</th><th>When (UTC)</th></tr></thead>
<tr><td>Wick call</td><td><p>Every Friday, 14:00</p></td></tr><tr><td>Oil call</td><td>Tuesdays<br>9:00</td></tr></table>`;
    expect(meetings(`<h1>Calls</h1>${table}`)).toEqual(['Wick call: FR 14:00 UTC', 'Oil call: TU 09:00 UTC']);
  });

  test('its terms with what they mean', () => {
    expect(meetings('<h1>Lamps</h1><dl><dt>Board meeting</dt><dd>Fridays at 9:00 UTC</dd></dl>')).toEqual([
      'Board meeting: FR 09:00 UTC',
    ]);
  });

  test.each([
    ['a menu', '<nav><ul><li>Meeting on Mondays at 9:00 UTC</li></ul></nav>'],
    ['a script', '<script>const call = "Meeting on Mondays at 9:00 UTC"</script>'],
    ['a footer', '<footer>Meeting on Mondays at 9:00 UTC</footer>'],
    ['what is hidden', '<div hidden>Meeting on Mondays at 9:00 UTC</div>'],
    ['a struck-through line', '<p><del>Meeting on Mondays at 9:00 UTC</del></p>'],
    ['a comment', '<!-- Meeting on Mondays at 9:00 UTC -->'],
  ])('%s names no meeting', (_, html) => {
    expect(meetings(`${html}<h1>Lamps</h1><p>We meet on Fridays at 14:00 UTC.</p>`)).toEqual([
      'Lamps: FR 14:00 UTC',
    ]);
  });

  test('outside of its main part nothing counts', () => {
    const aside = '<div>Office hours: Mondays, 9:00 UTC</div>';
    const main = '<main><h1>Lamps</h1><p>We meet on Fridays at 14:00 UTC.</p></main>';
    expect(meetings(`${aside}${main}${aside}`)).toEqual(['Lamps: FR 14:00 UTC']);
  });

  test('a calendar on it is offered', () => {
    const { calendars, problems } = read('<p>See <a href="/team.ics">our calendar</a>.</p>');
    expect(calendars).toEqual(['https://lamps.example.org/team.ics']);
    expect(problems).toEqual([]);
  });

  test('its charset is the one that it names', () => {
    const html =
      '<!doctype html><meta charset="iso-8859-1"><h1>Caf\u00e9</h1><p>We meet on Fridays at 14:00 UTC.</p>';
    expect(readMarkdownPage(Buffer.from(html, 'latin1'), NOW).drafts).toMatchObject([{ title: 'Café' }]);
  });

  test('a page without a meeting is refused in plain words', () => {
    expect(read('<p>Welcome on Fridays.</p>').problems).toMatchObject([{ code: 'community/notMarkdown' }]);
  });

  test('elements that nobody closed hide nothing', () => {
    expect(
      meetings('<h1>Lamps</h1><ul><li>Wick call: Mondays 9:00 UTC<li>Oil call: Fridays 14:00 UTC'),
    ).toEqual(['Wick call: MO 09:00 UTC', 'Oil call: FR 14:00 UTC']);
  });
});

test('a web page that speaks of days is a page, and a login page is what comes instead of a calendar', () => {
  const kindOf = (html: string) => recogniseFormat(bytes(html), 'https://example.org/team');
  expect(kindOf('<!doctype html><p>We meet on Fridays</p>')).toBe('markdown');
  expect(kindOf('<!-- x --><html lang="de"><p>jeden Freitag</p>')).toBe('markdown');
  expect(kindOf('<!doctype html><title>Sign in</title>')).toBe('ics');
});
