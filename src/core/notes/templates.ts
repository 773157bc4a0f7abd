/** Templates by their name in lists and in front matter. `{{…}}` are placeholders. */
export const BUILT_IN_TEMPLATES = {
  General: `# {{title}}

{{when}}

{{links}}

## Agenda

- 

## Notes


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

/** Fills a template. A paragraph with one placeholder that is empty is omitted; unknown placeholders are kept. */
export function fillTemplate(template: string, values: TemplateValues): string {
  const known = new Map<string, string>(Object.entries(values));
  const isEmptyPlace = (line: string): boolean => {
    const name = /^\{\{\s*([a-z]+)\s*\}\}$/.exec(line.trim())?.[1];
    return name !== undefined && known.get(name) === '';
  };
  return template
    .replaceAll('\r\n', '\n')
    .split('\n\n')
    .filter((paragraph) => !isEmptyPlace(paragraph))
    .join('\n\n')
    .replaceAll(PLACE, (place, name: string) => known.get(name) ?? place);
}
