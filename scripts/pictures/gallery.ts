/** The pages that `npm run screenshots` writes beside its pictures. Pure: texts in, HTML out. */

/** A picture of the gallery. */
export interface Picture {
  /** of what: `agenda`, `details` … */
  readonly name: string;
  /** in which form: `light`, `dark, narrow` … */
  readonly form: string;
  /** relative to the page */
  readonly file: string;
}

const page = (title: string, style: string, body: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="stylesheet" href="../../node_modules/@fontsource-variable/inter/opsz.css">
<style>${style}</style>
<body>${body}</body>
</html>
`;

const galleryStyle = `
  body { margin: 0 24px 48px; background: #777; color: #fff; font: 14px/20px sans-serif; }
  h1 { font-size: 20px; } h2 { margin: 32px 0 8px; font-size: 15px; }
  section > div { display: flex; gap: 16px; overflow-x: auto; align-items: start; }
  figure { flex: none; margin: 0; } figcaption { padding: 2px 0 4px; font-size: 12px; }
  img { display: block; max-block-size: 520px; max-inline-size: 760px; }
  nav { columns: 8 140px; } a { color: #fff; }`;

/** Every picture side by side, a row for each name. */
export function galleryPage(pictures: readonly Picture[]): string {
  const byName = [...Map.groupBy(pictures, ({ name }) => name)];
  const links = byName.map(([name]) => `<a href="#${name}">${name}</a><br>`).join('\n');
  const figure = ({ file, form, name }: Picture): string =>
    `<figure><figcaption>${form}</figcaption><a href="${file}"><img loading="lazy" src="${file}" alt="${name}, ${form}"></a></figure>`;
  const rows = byName.map(
    ([name, same]) =>
      `<section id="${name}"><h2>${name}</h2><div>${same.map(figure).join('\n')}</div></section>`,
  );
  return page(
    'Office Hours: every screen',
    galleryStyle,
    `<h1>Every screen and state</h1><p><a href="tokens.html">Tokens and controls</a></p><nav>${links}</nav>${rows.join('\n')}`,
  );
}

/** The names of tokens in the style sheet that begin so, each once. */
const named = (css: string, prefix: string): string[] => [
  ...new Set(
    [...css.matchAll(new RegExp(`^ +(--${prefix}[a-z0-9-]*):`, 'gmu'))].map(([, name = '']) => name),
  ),
];

const isColour = (css: string, name: string): boolean =>
  new RegExp(`${name}: (?:light-dark|var\\(--(?:accent|text))`, 'u').test(css);

/** The states of a control, as the attributes that react-aria sets. */
const states: Readonly<Record<string, string>> = {
  rest: '',
  hovered: 'data-hovered',
  pressed: 'data-pressed',
  focused: 'data-focus-visible',
  disabled: 'data-disabled',
};
const wheel =
  '<span class="button-busy"><svg width="14" height="14" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"><path d="M21 12a9 9 0 1 1-6.2-8.6"/></svg></span>';

const row = (label: string, cells: readonly string[]): string =>
  `<tr><th>${label}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

const inEachState = (draw: (attributes: string) => string): string[] => Object.values(states).map(draw);

function controls(): string {
  const looks = ['primary', 'plain', 'quiet', 'danger'].map((look) =>
    row(look, [
      ...inEachState((state) => `<button class="button button-${look} button-normal" ${state}>Join</button>`),
      `<button class="button button-${look} button-normal"><span class="button-words">Join</span>${wheel}</button>`,
    ]),
  );
  const others = [
    row(
      'small',
      inEachState((state) => `<button class="button button-plain button-small" ${state}>Copy</button>`),
    ),
    row(
      'large',
      inEachState(
        (state) => `<button class="button button-plain button-large" ${state}>Join <kbd>J</kbd></button>`,
      ),
    ),
    row(
      'switch',
      inEachState(
        (state) =>
          `<span class="switch" ${state}><span class="switch-track"><span class="switch-knob"></span></span></span>`,
      ),
    ),
    row(
      'switch, on',
      inEachState(
        (state) =>
          `<span class="switch" data-selected ${state}><span class="switch-track"><span class="switch-knob"></span></span></span>`,
      ),
    ),
    row(
      'choice',
      inEachState(
        (state) =>
          `<span class="segmented"><span class="segment" data-selected ${state}>List</span><span class="segment" ${state}>Day</span></span>`,
      ),
    ),
    row(
      'field',
      inEachState(
        (state) => `<input class="input" value="Work" ${state === 'data-disabled' ? 'disabled' : state}>`,
      ),
    ),
    row(
      'list',
      inEachState((state) => `<button class="select" ${state}>10 min before</button>`),
    ),
    row(
      'option',
      inEachState((state) => `<div class="list-box-item" ${state}>Notification</div>`),
    ),
    row('place', [
      '<span class="nav-place">Notes</span>',
      '<span class="nav-place" aria-current="page">Agenda</span>',
    ]),
    row(
      'badge',
      ['neutral', 'accent', 'good', 'warn', 'danger'].map(
        (tone) => `<span class="badge badge-${tone}">${tone}</span>`,
      ),
    ),
  ];
  const heads = [...Object.keys(states), 'busy'].map((state) => `<th>${state}</th>`).join('');
  return `<table><tr><th></th>${heads}</tr>${[...looks, ...others].join('\n')}</table>`;
}

function tokensIn(css: string, theme: string): string {
  const swatches = named(css, '')
    .filter((name) => isColour(css, name) && !name.startsWith('--sh-'))
    .concat(named(css, 'c-'))
    .map((name) => `<div><i style="background:var(${name})"></i>${name.slice(2)}</div>`);
  const type = named(css, 't-').map(
    (name) => `<p style="font:var(${name})">${name.slice(2)}: 16:51 Kubernetes PM Group</p>`,
  );
  const spaces = named(css, 's-').map(
    (name) =>
      `<div><i style="inline-size:var(${name});block-size:var(${name});background:var(--accent-line)"></i>${name.slice(2)}</div>`,
  );
  const corners = named(css, 'r-').map(
    (name) => `<div><i class="box" style="border-radius:var(${name})"></i>${name.slice(2)}</div>`,
  );
  const shadows = named(css, 'sh-').map(
    (name) => `<div><i class="box" style="box-shadow:var(${name})"></i>${name.slice(2)}</div>`,
  );
  return `<section style="color-scheme:${theme}"><h1>${theme}</h1><div class="tokens">${[...new Set(swatches)].join('')}</div>
    ${type.join('\n')}<div class="tokens">${[...spaces, ...corners, ...shadows].join('')}</div>${controls()}</section>`;
}

const tokensStyle = `
  body { display: grid; grid-template-columns: 1fr 1fr; overflow: auto; block-size: auto; }
  body > section { padding: 24px; background: var(--surface); color: var(--text); }
  .tokens { display: grid; grid-template-columns: repeat(auto-fill, minmax(84px, 1fr)); gap: 12px; margin-block: 16px; font: var(--t-micro); }
  .tokens i { display: block; block-size: 36px; margin-block-end: 4px; border-radius: 6px; box-shadow: inset 0 0 0 1px var(--line); }
  .tokens i.box { inline-size: 56px; background: var(--raised); box-shadow: inset 0 0 0 1px var(--line-strong); }
  table { margin-block-start: 24px; border-spacing: 8px 10px; text-align: start; } th { color: var(--faint); font: var(--t-micro); text-align: start; }
  td .input { inline-size: 96px; } td .select { min-inline-size: 120px; }`;

/**
 * The tokens and the controls in all their states, in both themes.
 * @param tokens text of tokens.css
 * @param kit text of all styles of the kit, tokens.css included
 */
export const tokensPage = (tokens: string, kit: string): string =>
  page('Office Hours: tokens', kit + tokensStyle, tokensIn(tokens, 'light') + tokensIn(tokens, 'dark'));
