import { afterRender } from './afterRender.ts';

/** React shows what it has waited for up to 0.3 s after its code is there, and long lists grow. Frames, of a busy computer too. */
const MOST_FRAMES = 90;

/** Focuses the element with that id once it is there, unless the user has gone elsewhere meanwhile. */
export function focusOnceShown(id: string): void {
  const look = (frames: number): void => {
    const element = document.getElementById(id);
    if (element !== null) element.focus();
    else if (frames < MOST_FRAMES && document.activeElement === document.body)
      requestAnimationFrame(() => look(frames + 1));
  };
  afterRender(() => look(0));
}
