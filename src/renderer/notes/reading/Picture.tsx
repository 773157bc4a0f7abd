import { useEffect, useState } from 'react';
import { Button } from '../../kit/widgets/Button.tsx';
import { OutLink } from '../../kit/widgets/OutLink.tsx';
import { mayFetch, type Pictures } from '../editor/live/pictures.ts';

export interface PictureProps {
  readonly src: string;
  readonly alt: string;
  readonly pictures: Pictures;
}

/** A picture of the notes folder; its name until it is there, or if it cannot be shown. One of the web is a link until the user asks for it. */
export function Picture({ src, alt, pictures }: PictureProps) {
  const [address, setAddress] = useState<string | null>(null);
  const isLink = pictures.isLink(src);
  useEffect(() => {
    if (isLink) return undefined;
    let isShown = true;
    const load = async (): Promise<void> => {
      const found = await pictures.load(src);
      if (isShown) setAddress(found);
    };
    void load();
    return () => {
      isShown = false;
    };
  }, [src, isLink, pictures]);
  if (address !== null) return <img className="reading-picture" src={address} alt={alt} />;
  if (isLink) return <WebPicture src={src} alt={alt} pictures={pictures} onFound={setAddress} />;
  return <span className="quiet">{pictures.nameOf(alt, src)}</span>;
}

/** The link of a picture of the web, and the button that fetches it. */
function WebPicture({
  src,
  alt,
  pictures,
  onFound,
}: PictureProps & { readonly onFound: (address: string) => void }) {
  const [failure, setFailure] = useState<string | null>(null);
  const [isFetching, setFetching] = useState(false);
  const fetchIt = async (): Promise<void> => {
    setFetching(true);
    setFailure(null);
    const found = await pictures.fetch(src);
    setFetching(false);
    if ('failure' in found) setFailure(found.failure);
    else onFound(found.address);
  };
  const words = pictures.showWords(alt, src);
  return (
    <span className="web-picture">
      <OutLink url={src}>{pictures.nameOf(alt, src)}</OutLink>
      {mayFetch(src) && (
        <Button size="small" aria-label={words.label} isPending={isFetching} onPress={() => void fetchIt()}>
          {words.button}
        </Button>
      )}
      {failure !== null && <output className="quiet">{failure}</output>}
    </span>
  );
}
