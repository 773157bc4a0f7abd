import { useEffect, useState } from 'react';

/** A pause in typing (ms) after which the words are said: not each letter. */
const PAUSE_MS = 400;

/**
 * Words for screen readers alone, said when they change. Its region is empty at first, because one that comes with its
 * words is not announced.
 */
export function Announced({ words }: { readonly words: string }) {
  const [said, say] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => say(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return <output className="visually-hidden">{said}</output>;
}
