import { posix } from 'node:path';
import { IMAGE_FOLDER, imageTypeOf, LARGEST_IMAGE } from '#core/notes/noteImage.ts';
import { fileStem } from '#core/notes/noteTemplate.ts';
import { notesFailure } from '#core/notes/problems.ts';
import { success, type Result } from '#base';
import { FileTooLarge, type Files } from '../ports/files.ts';
import { notePath } from './noteFolder.ts';

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
const inFolder = (folder: string, path: string): Result<string> => {
  const absolute = notePath(folder, `${path}.md`);
  return absolute.ok ? success(absolute.value.slice(0, -'.md'.length)) : absolute;
};

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
      const absolute = inFolder(folder(), posix.join(beside, file));
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
    const absolute = inFolder(folder(), path);
    if (!absolute.ok) return notesFailure('notes/imageGone');
    const bytes = await files.read(absolute.value, LARGEST_IMAGE).catch(() => null);
    const type = bytes && imageTypeOf(bytes);
    return bytes === null || !type
      ? notesFailure('notes/imageGone')
      : success(`data:${type.mediaType};base64,${Buffer.from(bytes).toString('base64')}`);
  }

  return { add, read };
}
