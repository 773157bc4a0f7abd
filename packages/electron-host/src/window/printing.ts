import type { Commands } from '../chromium/commands.ts';

/** Width and height, inches. */
const PAPER: Record<string, [number, number]> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
  Ledger: [17, 11],
};

const TYPES: Readonly<Record<string, 'boolean' | 'number' | 'string' | 'object'>> = {
  landscape: 'boolean',
  displayHeaderFooter: 'boolean',
  headerTemplate: 'string',
  footerTemplate: 'string',
  printBackground: 'boolean',
  scale: 'number',
  margins: 'object',
  pageRanges: 'string',
  preferCSSPageSize: 'boolean',
};

/** Throws with Electron's messages if an option has the wrong type. Source: lib/browser/api/web-contents.ts */
export function checkPdfOptions(options: Electron.PrintToPDFOptions): void {
  for (const [name, value] of Object.entries(options)) {
    const type = TYPES[name];
    if (type !== undefined && value !== undefined && typeof value !== type) {
      throw new TypeError(`${name} must be a ${type}`);
    }
  }
  const { pageSize } = options;
  if (typeof pageSize === 'string' && !PAPER[pageSize]) throw new Error(`Invalid pageSize ${pageSize}`);
}

/** Electron's options in DevTools' words; Letter is the default of both. */
export function pdfOptions(options: Electron.PrintToPDFOptions): Commands['Page.printToPDF'][0] {
  const { pageSize = 'Letter', margins, ...same } = options;
  const [paperWidth, paperHeight] =
    typeof pageSize === 'string' ? (PAPER[pageSize] ?? PAPER['Letter']!) : [pageSize.width, pageSize.height];
  return {
    landscape: same.landscape ?? false,
    printBackground: same.printBackground ?? false,
    scale: same.scale ?? 1,
    pageRanges: same.pageRanges ?? '',
    preferCSSPageSize: same.preferCSSPageSize ?? false,
    displayHeaderFooter: same.displayHeaderFooter ?? false,
    generateTaggedPDF: same.generateTaggedPDF ?? false,
    generateDocumentOutline: same.generateDocumentOutline ?? false,
    ...(same.headerTemplate === undefined ? {} : { headerTemplate: same.headerTemplate }),
    ...(same.footerTemplate === undefined ? {} : { footerTemplate: same.footerTemplate }),
    ...(margins?.top === undefined ? {} : { marginTop: margins.top }),
    ...(margins?.bottom === undefined ? {} : { marginBottom: margins.bottom }),
    ...(margins?.left === undefined ? {} : { marginLeft: margins.left }),
    ...(margins?.right === undefined ? {} : { marginRight: margins.right }),
    paperWidth,
    paperHeight,
  };
}
