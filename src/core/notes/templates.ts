/**
 * Templates by their name in lists and in front matter. `{{…}}` are placeholders; `{{cursor}}` is where one begins to
 * write.
 */
export const BUILT_IN_TEMPLATES = {
  General: `# {{title}}

{{when}}

{{links}}

## Agenda

- 

## Notes

{{cursor}}

## Action items

{{actions}}
`,
  'Community minutes': `# {{title}}

{{when}}

{{links}}

- Recording: {{recorded}}
- Leads: {{leads}}
- Attendees: {{attendees}}

## Agenda

- 

## Notes

{{cursor}}

## Decisions

- 

## Action items

{{actions}}
`,
} as const;
export type BuiltInTemplate = keyof typeof BUILT_IN_TEMPLATES;

/** The values of a template's placeholders. */
export interface TemplateValues {
  readonly title: string;
  /** `Friday 20 November 2026, 18:00–19:00 (Europe/Berlin)`. */
  readonly when: string;
  /** `2026-11-20`. */
  readonly date: string;
  readonly zone: string;
  /** Bullets; empty without documents. */
  readonly links: string;
  readonly leads: string;
  /** Names of invited people, if the calendar has them. */
  readonly attendees: string;
  readonly recorded: string;
  /** Checkboxes: the open tasks of the last note of the series, else an empty one. */
  readonly actions: string;
}

const PLACE = /\{\{\s*([a-z]+)\s*\}\}/g;

/** Takes the place of `{{cursor}}` while a template is filled: a code point that Unicode gives to no character. */
const CURSOR = '\uFDD0';

/** The text of a new note. */
export interface FilledTemplate {
  readonly text: string;
  /** Offset of `{{cursor}}`; null if the template has none. */
  readonly cursor: number | null;
}

/**
 * Fills a template. A paragraph with one placeholder that is empty is omitted; unknown placeholders are kept. The first
 * `{{cursor}}` counts, and all are removed.
 */
export function fillTemplate(template: string, values: TemplateValues): FilledTemplate {
  const known = new Map<string, string>(
    Object.entries(values).map(([name, value]) => [name, value.replaceAll(CURSOR, '')]),
  );
  known.set('cursor', CURSOR);
  const isEmptyPlace = (line: string): boolean => {
    const name = /^\{\{\s*([a-z]+)\s*\}\}$/.exec(line.trim())?.[1];
    return name !== undefined && known.get(name) === '';
  };
  const filled = template
    .replaceAll(CURSOR, '')
    .replaceAll('\r\n', '\n')
    .split('\n\n')
    .filter((paragraph) => !isEmptyPlace(paragraph))
    .join('\n\n')
    .replaceAll(PLACE, (place, name: string) => known.get(name) ?? place);
  const cursor = filled.indexOf(CURSOR);
  return { text: filled.replaceAll(CURSOR, ''), cursor: cursor === -1 ? null : cursor };
}
