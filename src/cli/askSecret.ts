/** The part of a terminal's input that is used. */
interface Keyboard {
  readonly isTTY: boolean;
  setRawMode(isRaw: boolean): unknown;
  setEncoding(encoding: 'utf8'): unknown;
  resume(): unknown;
  pause(): unknown;
  on(event: 'data', listener: (data: string) => void): unknown;
  off(event: 'data', listener: (data: string) => void): unknown;
}

const ENTER = new Set(['\r', '\n', '\u0004']);
const BACKSPACE = new Set(['\u007f', '\b']);
const INTERRUPT = '\u0003';

/**
 * Asks a question at the terminal, and does not show what is typed.
 * @returns null if there is no terminal, or the question was interrupted
 */
export function askSecret(
  keyboard: Keyboard,
  screen: { write(text: string): unknown },
  question: string,
): Promise<string | null> {
  if (!keyboard.isTTY) return Promise.resolve(null);
  screen.write(question);
  keyboard.setRawMode(true);
  keyboard.setEncoding('utf8');
  keyboard.resume();
  return new Promise((resolve) => {
    let typed = '';
    const end = (answer: string | null): void => {
      keyboard.off('data', onData);
      keyboard.setRawMode(false);
      keyboard.pause();
      screen.write('\n');
      resolve(answer);
    };
    // A pasted password arrives at once, with its line end.
    const onData = (data: string): void => {
      for (const key of data) {
        if (ENTER.has(key)) return end(typed);
        if (key === INTERRUPT) return end(null);
        if (BACKSPACE.has(key)) typed = Array.from(typed).slice(0, -1).join('');
        else if (key >= ' ') typed += key;
      }
    };
    keyboard.on('data', onData);
  });
}
