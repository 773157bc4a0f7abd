import { partsLoading } from './later.tsx';

const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/** Calls once what was just changed is rendered: in the frame after the next one, or when its code is loaded. */
export const afterRender = (callback: () => void): void => {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (partsLoading() === null) callback();
      else void afterLoading(callback);
    }),
  );
};

async function afterLoading(callback: () => void): Promise<void> {
  // What was loaded may show parts that are loaded in turn.
  for (let loading = partsLoading(); loading !== null; loading = partsLoading()) await loading;
  await nextFrame();
  callback();
}
