import { useEffect, useState } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Backlink } from '#core/notes/backlinks.ts';
import { useApi, useAppStore } from '../../kit/AppContext.tsx';
import { Button } from '../../kit/widgets/Button.tsx';
import { useNoteModel } from '../NoteModelContext.ts';
import { texts } from './texts.ts';

/** The notes with links to a note, also as they change. */
function useBacklinks(path: string): readonly Backlink[] {
  const [api, store] = [useApi(), useAppStore()];
  const [links, setLinks] = useState<readonly Backlink[]>([]);
  useEffect(() => {
    let isShown = true;
    const ask = async (): Promise<void> => {
      const outcome = await api.invoke('notes:linksTo', path);
      if (isShown && outcome.ok) setLinks(outcome.value);
    };
    void ask();
    const end = store.subscribe((state, before) => {
      if (state.notes !== before.notes) void ask();
    });
    return () => {
      isShown = false;
      end();
    };
  }, [api, store, path]);
  return links;
}

/** How many notes link to a note; opens their list. Nothing if none does. */
export function LinksHere({ path }: { readonly path: string }) {
  const noteModel = useNoteModel();
  const links = useBacklinks(path);
  if (links.length === 0) return null;
  return (
    <MenuTrigger>
      <Button look="quiet" size="small">
        {texts.linksHere(links.length)}
      </Button>
      <Popover className="popover links-here">
        <Menu className="list-box" aria-label={texts.notesLinking} items={links}>
          {(link) => (
            <MenuItem
              id={link.path}
              textValue={link.title}
              className="list-box-item links-here-item"
              onAction={() => void noteModel.open(link.path, { kind: 'line', line: link.line })}
            >
              <span className="links-here-title" dir="auto">
                {link.title}
              </span>
              <span className="quiet links-here-text">{link.text}</span>
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
