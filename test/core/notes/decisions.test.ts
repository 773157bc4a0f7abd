import { describe, expect, it } from 'vitest';
import { decisionsIn } from '#core/notes/decisions.ts';

const textsOf = (body: string): string[] => decisionsIn(body).map(({ text }) => text);

describe('decisions in a note', () => {
  it('are the list items below a heading about decisions', () => {
    const body = '# Sync\n\n## Decisions\n\n- The freeze moves.\n1. One roadmap.\n\n## Notes\n\n- talk\n';
    expect(textsOf(body)).toEqual(['The freeze moves.', 'One roadmap.']);
  });

  it('end with a heading of the same level, not with a deeper one', () => {
    expect(textsOf('## Decided\n- a\n### Release\n- b\n# Other\n- c')).toEqual(['a', 'b']);
  });

  it('are lines that name themselves, wherever they are', () => {
    expect(
      textsOf('Decision: no meeting in August\n- **Decided:** keep the room\ndecided otherwise'),
    ).toEqual(['no meeting in August', 'keep the room']);
  });

  it('have the line of the note', () => {
    expect(decisionsIn('a\n\n- Decision: yes')).toEqual([{ line: 3, text: 'yes' }]);
  });

  it('are neither empty bullets of a template nor code', () => {
    expect(textsOf('## Decisions\n\n- \n\n```\n- Decision: no\n```\n')).toEqual([]);
  });
});
