import { StateField, type EditorState, type Extension, type Text } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import { headingIn } from '#core/notes/headings.ts';
import { linesOutsideCode } from '#core/notes/linesOutsideCode.ts';

/** Longer notes keep their blank lines as they are (characters). */
const LONGEST_NOTE = 500_000;

const between = Decoration.line({ class: 'cm-gap' });
const belowHeading = Decoration.line({ class: 'cm-gap cm-gap-below' });
const aboveHeading = Decoration.line({ class: 'cm-gap cm-gap-above' });

const isHeading = (line: string): boolean => headingIn(line) !== null;

/** The single blank lines between two blocks, outside of code. */
function gapsIn({ doc }: EditorState): DecorationSet {
  if (doc.length > LONGEST_NOTE) return Decoration.none;
  const gaps = [...linesOutsideCode(doc.iterLines())].flatMap(([number, above]) => {
    if (number + 2 > doc.lines) return [];
    const [gap, below] = [doc.line(number + 1), doc.line(number + 2).text];
    if (gap.length > 0 || below === '') return [];
    const look = isHeading(below) ? aboveHeading : isHeading(above) ? belowHeading : between;
    return [look.range(gap.from)];
  });
  return Decoration.set(gaps);
}

function isBlankAt(doc: Text, at: number): boolean {
  const { from, length } = doc.lineAt(at);
  return from === at && length === 0;
}

/** Which lines are gaps is decided when the note opens: lines never move because one has become a gap. */
const gaps = StateField.define<DecorationSet>({
  create: gapsIn,
  update: (shown, { docChanged, changes, state: { doc } }) => {
    if (!docChanged) return shown;
    let left = shown.map(changes);
    changes.iterChangedRanges((_from, _to, from, to) => {
      left = left.update({
        filter: (at) => isBlankAt(doc, at),
        filterFrom: doc.lineAt(from).from,
        filterTo: doc.lineAt(to).to,
      });
    });
    return left;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/**
 * Makes blank lines between blocks as high as the space there, with or without the cursor. One that is made while
 * typing has the height of a line until the note is opened again: else the text would jump under the hand.
 */
export const lowGaps: Extension = [
  gaps,
  EditorView.theme({
    '.cm-line.cm-gap': { lineHeight: '10px' },
    '.cm-line.cm-gap-below': { lineHeight: '6px' },
    '.cm-line.cm-gap-above': { lineHeight: '16px' },
  }),
];
