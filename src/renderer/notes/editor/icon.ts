/** An icon of Lucide (ISC), as the buttons of the page have. */
export function icon(...paths: readonly string[]): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const drawn = document.createElementNS(space, 'svg');
  drawn.setAttribute('viewBox', '0 0 24 24');
  drawn.setAttribute('aria-hidden', 'true');
  for (const d of paths) drawn.appendChild(document.createElementNS(space, 'path')).setAttribute('d', d);
  return drawn;
}
