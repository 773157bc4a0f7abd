import { partsLoading } from './later.tsx';

const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/** Calls once what was just changed is rendered: in the frame after the next one, or when its code is loaded. */
export const afterRender = (callback: () => void): void => {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const loading = partsLoading();
      if (loading === null) callback();
      else void afterLoading(loading, callback);
    }),
  );
};

async function afterLoading(loading: Promise<unknown>, callback: () => void): Promise<void> {
  await loading;
  await nextFrame();
  callback();
}
