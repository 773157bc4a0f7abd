import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BrowserWindow, type PrintToPDFOptions } from 'electron';

/** Where letters are printed on US Letter; everywhere else on A4. */
const LETTER = /[-_](?:US|CA|MX|PH|CL|CO|VE)\b/;
/** Inches. */
const MARGIN = 0.7;

/**
 * Prints a page that stands alone. It is shown in a window of its own without scripts and without our bridge, from a
 * file, since the length of an address is limited.
 * @param locale BCP 47; says the paper
 */
export async function printToPdf(html: string, locale: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'office-hours-print-'));
  const window = new BrowserWindow({
    show: false,
    title: 'Office Hours',
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  });
  try {
    const file = join(folder, 'notes.html');
    await writeFile(file, html);
    await window.loadURL(pathToFileURL(file).href);
    const options: PrintToPDFOptions = {
      pageSize: LETTER.test(locale) ? 'Letter' : 'A4',
      printBackground: true,
      margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    };
    return await window.webContents.printToPDF(options).catch(async () => {
      // A runtime may give a hidden window no page to print: then it is seen for that moment.
      await shown(window);
      return window.webContents.printToPDF(options);
    });
  } finally {
    window.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}

function shown(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    window.webContents.once('did-finish-load', () => resolve());
    window.showInactive();
  });
}
