import { feedsProblem } from '#core/feeds/problems.ts';
import { FileTooLarge, type Files } from '../../ports/files.ts';
import { failed, noValidators, type Fetched } from './feedSource.ts';

/** Larger than any calendar of people. */
const LARGEST_BYTES = 50 * 1024 * 1024;

/** Reads a file of this computer. @param path absolute */
export async function readFile(files: Pick<Files, 'read'>, path: string): Promise<Fetched> {
  try {
    const bytes = await files.read(path, LARGEST_BYTES);
    if (bytes === null) return failed(feedsProblem('feed/noFile'));
    return { kind: 'copy', copy: { ...noValidators, bytes, base: null }, freshForMs: null };
  } catch (error) {
    return failed(
      error instanceof FileTooLarge ? feedsProblem('feed/tooLarge') : feedsProblem('feed/unreadableFile'),
    );
  }
}
