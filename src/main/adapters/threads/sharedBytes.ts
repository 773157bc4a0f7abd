import { setImmediate } from 'node:timers/promises';

/** Copied without a pause: memory that is new to the process takes longest, some 2 ms for so much. */
const STEP_BYTES = 2 ** 21;

/**
 * Bytes in shared memory, which another thread reads without a copy. Many are copied in steps, with other events in
 * between.
 * @param size of all chunks together
 */
export async function joinShared(chunks: readonly Uint8Array[], size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(new SharedArrayBuffer(size));
  let end = 0;
  let copied = 0;
  for (const chunk of chunks) {
    for (let from = 0; from < chunk.byteLength; from += STEP_BYTES) {
      const part = chunk.subarray(from, from + STEP_BYTES);
      bytes.set(part, end);
      end += part.byteLength;
      copied += part.byteLength;
      if (copied < STEP_BYTES) continue;
      copied = 0;
      await setImmediate();
    }
  }
  return bytes;
}
