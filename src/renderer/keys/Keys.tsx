import { useApp } from '../kit/AppContext.tsx';
import { keyNames } from './chord.ts';

/** The keys to press together. */
export function Keys({ chord }: { readonly chord: string }) {
  const isMac = useApp((state) => state.info?.platform === 'darwin');
  return (
    <span className="keys">
      {keyNames(chord, isMac).map((name) => (
        <kbd key={name}>{name}</kbd>
      ))}
    </span>
  );
}
