import { imageTypeOf, LARGEST_IMAGE } from '#core/notes/noteImage.ts';
import { notesFailure } from '#core/notes/problems.ts';
import { success, type Result } from '#base';
import { type Http, HttpFailure } from '../ports/http.ts';
import { asDataAddress } from './noteImages.ts';

/** Images of the web, which the user asked for one by one. */
export interface WebImages {
  /** An image as a `data:` address. @param address only `https` */
  load(address: string): Promise<Result<string>>;
}

/** Nothing is sent but the address: no cookies, no referrer, no login. What comes is an image by its bytes. @param ending aborts */
export function createWebImages(http: Http, ending: AbortSignal): WebImages {
  return {
    async load(address) {
      const url = URL.parse(address);
      if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '')
        return notesFailure('notes/webImageAddress');
      url.hash = '';
      const wishes = { accept: 'image/webp, image/png, image/jpeg, image/gif', bodyBytes: LARGEST_IMAGE };
      try {
        const reply = await http.get(url.href, { etag: null, lastModified: null }, ending, wishes);
        const bytes = reply.kind === 'body' ? reply.bytes : new Uint8Array();
        const type = imageTypeOf(bytes);
        return type === null ? notesFailure('notes/webImageNone') : success(asDataAddress(type, bytes));
      } catch (error) {
        if (!(error instanceof HttpFailure)) throw error;
        if (error.reason === 'tooLarge') return notesFailure('notes/webImageTooLarge');
        const isReached = error.reason === 'status' || error.reason === 'redirect';
        return notesFailure(isReached ? 'notes/webImageRefused' : 'notes/webImageOffline', url.host);
      }
    },
  };
}
