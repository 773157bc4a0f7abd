/** Pages of code hosts that show a file, and the addresses of the raw files. */

const rest = (parts: readonly string[]): string => parts.join('/');

function onGithub([owner, name, view, ...path]: readonly string[]): string | null {
  if (owner === undefined || name === undefined) return null;
  const raw = `https://raw.githubusercontent.com/${owner}/${name.replace(/\.git$/, '')}`;
  // For a repository or a folder GitHub shows its README.
  if (view === undefined) return `${raw}/HEAD/README.md`;
  if (path.length === 0) return null;
  if (view === 'tree') return `${raw}/${rest(path)}/README.md`;
  return /^(?:blob|raw|edit|blame)$/.test(view) && path.length > 1 ? `${raw}/${rest(path)}` : null;
}

function onGitlab(url: URL): string | null {
  const path = url.pathname.replace(/\/-\/(?:blob|edit|blame)\//, '/-/raw/');
  return path === url.pathname ? null : `${url.origin}${path}`;
}

function onForgejo(url: URL): string | null {
  const path = url.pathname.replace(
    /^(\/[^/]+\/[^/]+)\/src\/(branch|tag|commit)\/(?=[^/]+\/.)/,
    '$1/raw/$2/',
  );
  return path === url.pathname ? null : `${url.origin}${path}`;
}

/**
 * The address of the raw file that a page of GitHub, GitLab or Codeberg shows, such as `…/blob/main/README.md`. For a
 * repository or folder on GitHub the README; null for any other address.
 */
export function rawAddress(url: URL): string | null {
  if (!/^https?:$/.test(url.protocol)) return null;
  if (/^(?:www\.)?github\.com$/i.test(url.host)) {
    const parts = url.pathname.split('/').filter((part) => part !== '');
    return onGithub(parts);
  }
  if (/^(?:[\w-]+\.)*gitlab\.[\w.-]+$/i.test(url.host)) return onGitlab(url);
  return /^codeberg\.org$/i.test(url.host) ? onForgejo(url) : null;
}
