/** Largest image of a note (bytes). */
export const LARGEST_IMAGE = 10 * 1024 * 1024;

/** Folder of images, beside the note. */
export const IMAGE_FOLDER = 'attachments';

/** Kinds of images that notes show. No SVG: it is a document, which may refer to others. */
export interface ImageType {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  readonly extension: string;
}

const TYPES: readonly (ImageType & { readonly isIt: (bytes: Uint8Array) => boolean })[] = [
  {
    mediaType: 'image/png',
    extension: 'png',
    isIt: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  },
  { mediaType: 'image/jpeg', extension: 'jpg', isIt: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]) },
  { mediaType: 'image/gif', extension: 'gif', isIt: (bytes) => startsWith(bytes, [0x47, 0x49, 0x46, 0x38]) },
  {
    mediaType: 'image/webp',
    extension: 'webp',
    isIt: (bytes) =>
      startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50]),
  },
];

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

/** What an image is, by its first bytes and not by its name; null if it is none of ours. */
export const imageTypeOf = (bytes: Uint8Array): ImageType | null =>
  TYPES.find(({ isIt }) => isIt(bytes)) ?? null;

/** The address of an image as Markdown has it: spaces and brackets would end it. */
export const imageLink = (alt: string, path: string): string =>
  `![${alt.replaceAll(/[[\]\\\n]/g, ' ').trim()}](${encodeURI(path).replaceAll('(', '%28').replaceAll(')', '%29')})`;
