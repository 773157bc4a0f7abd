/** Turns a path beside a page into an address that opens. */

/** The file or folder of a raw file's address, as the forge shows it: raw addresses have no folders. */
function shownByForge(url: URL): URL {
  const name = url.pathname.split('/').at(-1) ?? '';
  const view = /\.\w+$/.test(name) ? 'blob' : 'tree';
  const github = /^\/([^/]+)\/([^/]+)\/(?:refs\/heads\/)?([^/]+)(\/.*)?$/.exec(url.pathname);
  if (url.hostname === 'raw.githubusercontent.com' && github !== null) {
    const [, owner = '', repository = '', branch = '', path = ''] = github;
    return new URL(`https://github.com/${owner}/${repository}/${view}/${branch}${path}${url.hash}`);
  }
  const shown = new URL(url.href);
  shown.pathname = url.pathname.replace(/^(\/[^/]+\/.+?\/-?\/?)raw\//, `$1${view}/`);
  return shown;
}

/**
 * An address of a page. A path beside the page (`./minutes/`) becomes absolute if the page is from the web;
 * anything else is unchanged.
 * @param page address or path of the page
 */
export function besidePage(written: string, page: string): string {
  if (/^(?:[a-z][a-z\d+.-]*:|#)/i.test(written)) return written;
  const base = /^https?:/i.test(page) ? URL.parse(page) : null;
  const url = base === null ? null : URL.parse(written, base.href);
  return url === null ? written : shownByForge(url).href;
}
