import { SECOND } from '#base';

/** An address that opens a recording. `seeks`: it opens at the requested position, not at the beginning. */
export interface VideoLink {
  readonly url: string;
  readonly seeks: boolean;
}

const YOUTUBE_HOST = /^(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com$/;
const YOUTUBE_PATH = /^\/(?:embed|live|shorts|v)\/(?<id>[^/]+)\/?$/;
const YOUTUBE_ID = /^[\w-]{11}$/;
const VIMEO_PATH = /^\/(?:video\/)?(?<id>\d+(?:\/[0-9a-f]+)?)\/?$/;
/** Files that a browser plays itself; they support the media fragment `#t=` (W3C Media Fragments). */
const MEDIA_FILE = /\.(?:mp4|m4v|webm|ogv|mp3|m4a|ogg|opus|wav)$/i;

/** The id of a YouTube video, from any of its address forms; null for other addresses. */
export function youtubeId(address: string): string | null {
  const url = webUrl(address);
  if (!url) return null;
  let id: string | null | undefined = null;
  if (url.hostname === 'youtu.be') id = url.pathname.slice(1).replace(/\/$/, '');
  else if (YOUTUBE_HOST.test(url.hostname)) {
    id = YOUTUBE_PATH.exec(url.pathname)?.groups?.['id'] ?? url.searchParams.get('v');
  }
  return id && YOUTUBE_ID.test(id) ? id : null;
}

/**
 * Normalises the address of a recording: parsed and rebuilt; YouTube as its watch page without playlist, time and
 * tracking. null for other schemes and invalid addresses.
 */
export function recordingUrl(address: string): string | null {
  const id = youtubeId(address);
  if (id) return watchUrl(id).href;
  return webUrl(address)?.href ?? null;
}

/**
 * The address that opens a recording at a position.
 * @param address of the recording, as imported
 * @param at milliseconds from its start; rounded down to the link's whole seconds, so that no word is missed
 */
export function videoLinkAt(address: string, at: number): VideoLink | null {
  const seconds = `${Math.max(0, Math.floor(at / SECOND))}`;
  const id = youtubeId(address);
  if (id) {
    const url = watchUrl(id);
    url.searchParams.set('t', `${seconds}s`);
    return { url: url.href, seeks: true };
  }
  const url = webUrl(address);
  if (!url) return null;
  const vimeo = /^(?:www\.|player\.)?vimeo\.com$/.test(url.hostname) && VIMEO_PATH.test(url.pathname);
  if (vimeo) url.hash = `t=${seconds}s`;
  else if (MEDIA_FILE.test(url.pathname)) url.hash = `t=${seconds}`;
  else return { url: url.href, seeks: false };
  return { url: url.href, seeks: true };
}

function watchUrl(id: string): URL {
  const url = new URL('https://www.youtube.com/watch');
  url.searchParams.set('v', id);
  return url;
}

function webUrl(address: string): URL | null {
  const url = URL.parse(address.trim());
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null;
}
