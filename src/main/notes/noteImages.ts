import { join, posix } from 'node:path';
import { IMAGE_FOLDER, imageTypeOf, LARGEST_IMAGE, type ImageType } from '#core/notes/noteImage.ts';
import { fileStem } from '#core/notes/noteTemplate.ts';
import { notesFailure } from '#core/notes/problems.ts';
import { success, type Result } from '#base';
import { FileTooLarge, type Files } from '../ports/files.ts';
import { leadsInside, notePath } from './noteFolder.ts';

/** The images of notes: files in a folder beside the note, which its text refers to. */
export interface NoteImages {
  /**
   * Writes an image beside a note; replies with its path relative to the note.
   * @param name the name it had elsewhere, perhaps empty
   * @param base64 its bytes
   */
  add(note: string, name: string, base64: string): Promise<Result<string>>;
  /** An image as a `data:` address. @param source its address in the text of the note */
  read(note: string, source: string): Promise<Result<string>>;
}

/** A path in the folder with another ending: the rules of notes hold for images, too. */
async function inFolder(files: Files, folder: string, path: string): Promise<Result<string>> {
  // A link is one by its own name.
  const [named, absolute] = [notePath(folder, `${path}.md`), join(folder, ...path.split('/'))];
  if (!named.ok) return named;
  return (await leadsInside(files, folder, absolute)) ? success(absolute) : notesFailure('notes/outside');
}

/** The address of an image that contains it. */
export const asDataAddress = ({ mediaType }: ImageType, bytes: Uint8Array): string =>
  `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;

function decoded(source: string): string {
  try {
    return decodeURIComponent(source);
  } catch {
    return source;
  }
}

export function createNoteImages(files: Files, folder: () => string): NoteImages {
  async function add(note: string, name: string, base64: string): Promise<Result<string>> {
    const bytes = Buffer.from(base64, 'base64');
    const type = imageTypeOf(bytes);
    if (type === null) return notesFailure('notes/noImage');
    if (bytes.length > LARGEST_IMAGE) return notesFailure('notes/imageTooLarge');
    if (!notePath(folder(), note).ok) return notesFailure('notes/outside');
    const beside = posix.join(posix.dirname(note), IMAGE_FOLDER);
    const stem = fileStem(name.replace(/\.[a-z0-9]{1,5}$/i, '')).replaceAll(' ', '-') || 'image';
    for (let number = 1; ; number += 1) {
      const file = `${number === 1 ? stem : `${stem}-${number}`}.${type.extension}`;
      const absolute = await inFolder(files, folder(), posix.join(beside, file));
      if (!absolute.ok) return absolute;
      try {
        const present = await files.read(absolute.value, LARGEST_IMAGE);
        // The same image again needs no second file.
        if (present === null) await files.write(absolute.value, bytes);
        else if (!bytes.equals(present)) continue;
      } catch (error) {
        if (error instanceof FileTooLarge) continue;
        return notesFailure('notes/imageNotSaved');
      }
      return success(`${IMAGE_FOLDER}/${file}`);
    }
  }

  async function read(note: string, source: string): Promise<Result<string>> {
    const path = posix.normalize(posix.join(posix.dirname(note), decoded(source)));
    const absolute = await inFolder(files, folder(), path);
    if (!absolute.ok) return notesFailure('notes/imageGone');
    const bytes = await files.read(absolute.value, LARGEST_IMAGE).catch(() => null);
    const type = bytes && imageTypeOf(bytes);
    return bytes === null || !type ? notesFailure('notes/imageGone') : success(asDataAddress(type, bytes));
  }

  return { add, read };
}
