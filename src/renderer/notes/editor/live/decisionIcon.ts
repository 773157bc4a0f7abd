import { EditorView, WidgetType } from '@codemirror/view';
import { icon } from '../icon.ts';
import { texts } from '../texts.ts';

/** The double check of Lucide (ISC), as the button for decisions has. */
class DecisionIcon extends WidgetType {
  override eq(): boolean {
    return true;
  }
  override toDOM(): HTMLElement {
    const shown = document.createElement('span');
    shown.className = 'cm-decision-icon';
    shown.setAttribute('role', 'img');
    shown.setAttribute('aria-label', texts.decision);
    shown.append(icon('M18 6 7 17l-5-5', 'm22 10-7.5 7.5L13 16'));
    return shown;
  }
  override ignoreEvent(): boolean {
    return false;
  }
}

export const decisionIcon: WidgetType = new DecisionIcon();

/** It is as wide as a list mark. */
export const decisionTheme = EditorView.theme({
  '.cm-decision': { fontWeight: 'var(--w-bold)' },
  '.cm-decision-icon': {
    display: 'inline-block',
    inlineSize: '24px',
    textIndent: '0',
    color: 'var(--accent)',
  },
  '.cm-decision-icon svg': {
    inlineSize: '16px',
    blockSize: '16px',
    marginInlineStart: '1px',
    verticalAlign: '-3px',
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: '2',
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  },
});
