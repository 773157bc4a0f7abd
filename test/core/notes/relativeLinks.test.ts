import { expect, test } from 'vitest';
import { withRelativeLinks } from '#core/notes/relativeLinks.ts';

const body =
  '![a](attachments/a.png) [b](../b.md#top "t") [web](https://x/y) [top](#top) [root](/x)\n```\n[c](c.md)\n```\n';

test('relative addresses of a moved note lead to the same files', () => {
  expect(withRelativeLinks(body, 'in/note.md', 'note.md')).toBe(
    '![a](in/attachments/a.png) [b](b.md#top "t") [web](https://x/y) [top](#top) [root](/x)\n```\n[c](c.md)\n```\n',
  );
  expect(withRelativeLinks('![a](attachments/a.png)', 'note.md', 'x/y/note.md')).toBe(
    '![a](../../attachments/a.png)',
  );
  expect(withRelativeLinks('![a](attachments/a.png)', 'x/note.md', 'x/y/note.md')).toBe(
    '![a](../attachments/a.png)',
  );
});

test('moving there and back changes nothing, nor does another name in the same folder', () => {
  const moved = withRelativeLinks('[b](<sub/b.md>) ![a](../a.png)', 'in/note.md', 'x/y/note.md');
  expect(withRelativeLinks(moved, 'x/y/note.md', 'in/note.md')).toBe('[b](<sub/b.md>) ![a](../a.png)');
  expect(withRelativeLinks(body, 'in/note.md', 'in/other.md')).toBe(body);
});
