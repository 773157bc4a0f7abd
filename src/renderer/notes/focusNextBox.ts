/** After an item was ticked: focuses the box of the next open item of its list, if the focus is still on its own box. */
export function focusNextBox(box: HTMLElement): void {
  if (document.activeElement !== box) return;
  const boxes = [
    ...((box.closest('.to-do, .brief-main') ?? box.closest('ul'))?.querySelectorAll<HTMLInputElement>(
      'input[type="checkbox"]',
    ) ?? []),
  ];
  const own = boxes.findIndex((one) => one === box);
  const isOpen = (one: HTMLInputElement): boolean => !one.checked && one !== box;
  (boxes.slice(own + 1).find(isOpen) ?? boxes.slice(0, Math.max(own, 0)).findLast(isOpen))?.focus();
}
