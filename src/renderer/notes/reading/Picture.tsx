import { useEffect, useState } from 'react';
import type { Pictures } from '../editor/live/pictures.ts';

export interface PictureProps {
  readonly src: string;
  readonly alt: string;
  readonly pictures: Pictures;
}

/** A picture of the notes folder; its name until it is there, or if it cannot be shown. */
export function Picture({ src, alt, pictures }: PictureProps) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isShown = true;
    const load = async (): Promise<void> => {
      const found = await pictures.load(src);
      if (isShown) setAddress(found);
    };
    void load();
    return () => {
      isShown = false;
    };
  }, [src, pictures]);
  return address === null ? (
    <span className="quiet">{pictures.nameOf(alt, src)}</span>
  ) : (
    <img className="reading-picture" src={address} alt={alt} />
  );
}
