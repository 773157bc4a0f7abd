import { useLayoutEffect, useState, type RefObject } from 'react';
import { columnsIn } from './period.ts';

/** How many columns of the week fit into an element beside its hours, kept up to date. */
export function useColumns(element: RefObject<HTMLElement | null>): number {
  const [columns, setColumns] = useState(7);
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return undefined;
    const measure = (): void => {
      const hours = [...watched.querySelectorAll('.grid-zone')];
      const beside = hours.reduce((sum, zone) => sum + zone.getBoundingClientRect().width, 0);
      setColumns(columnsIn(watched.clientWidth - beside));
    };
    const observer = new ResizeObserver(measure);
    measure();
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return columns;
}
