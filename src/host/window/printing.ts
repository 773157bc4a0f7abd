import type { Commands } from '../chromium/commands.ts';

/** Width and height, inches. */
const PAPER: Record<string, [number, number]> = {
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
};

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
