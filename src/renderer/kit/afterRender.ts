/** Calls once what was just changed is rendered: in the frame after the next one. */
export const afterRender = (callback: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(callback));
};
