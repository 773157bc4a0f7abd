import { randomUUID } from 'node:crypto';
import type { BrowserWindow, PrintToPDFOptions } from 'electron';
import { bundleScheme } from './pageAddress.ts';
import { createPrintWindow } from '../windows/secureWindow.ts';

/** Locales that use US Letter; all others use A4. */
const LETTER = /[-_](?:US|CA|MX|PH|CL|CO|VE)\b/;
/** Inches. */
const MARGIN = 0.7;

/** Pages that are being printed, by address: our scheme, but not the host that may send requests to main. */
const pages = new Map<string, string>();

/** The response with a page that is being printed; null for other addresses. */
export function printedPage(address: string): Response | null {
  const html = pages.get(address);
  if (html === undefined) return null;
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
  });
}

/**
 * Prints a self-contained page in a hidden window without scripts and without our preload script.
 * @param locale BCP 47; determines the paper size
 */
export async function printToPdf(html: string, locale: string): Promise<Uint8Array> {
  const address = `${bundleScheme}://print/${randomUUID()}`;
  pages.set(address, html);
  const window = createPrintWindow('Office Hours');
  const options: PrintToPDFOptions = {
    pageSize: LETTER.test(locale) ? 'Letter' : 'A4',
    printBackground: true,
    // Screen readers need the headings, lists and links of the page.
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
  };
  try {
    await window.loadURL(address);
    return await window.webContents.printToPDF(options).catch(async () => {
      // A runtime may be unable to print a hidden window: show it for that moment.
      await shown(window);
      return window.webContents.printToPDF(options);
    });
  } finally {
    pages.delete(address);
    window.destroy();
  }
}

function shown(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    window.webContents.once('did-finish-load', () => resolve());
    window.showInactive();
  });
}
