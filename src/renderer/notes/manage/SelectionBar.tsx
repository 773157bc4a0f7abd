import { FolderInput, Share, Trash2, X } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover, Toolbar } from 'react-aria-components';
import type { ExportFormat } from '#core/notes/noteExchange.ts';
import { Button } from '../../kit/widgets/Button.tsx';
import { texts as noteTexts } from '../texts.ts';
import type { RowActions } from './rowActions.ts';
import { texts } from './texts.ts';

const FORMATS: readonly ExportFormat[] = ['markdown', 'html', 'pdf', 'clipboard'];

export interface SelectionBarProps {
  readonly ids: readonly string[];
  readonly actions: Pick<RowActions, 'onDelete' | 'onMove' | 'onExport'>;
  readonly onClear: () => void;
}

/** What can be done with several chosen rows, below the list. */
export const SelectionBar = ({
  ids,
  actions: { onMove, onExport, onDelete },
  onClear,
}: SelectionBarProps) => (
  <Toolbar className="selection-bar" aria-label={texts.selection}>
    <output className="selection-count">{texts.selected(ids.length)}</output>
    {onExport !== undefined && (
      <MenuTrigger>
        <Button look="quiet" size="icon" aria-label={texts.export}>
          <Share aria-hidden size={16} />
        </Button>
        <Popover className="popover">
          <Menu className="list-box" aria-label={texts.export}>
            {FORMATS.map((format) => (
              <MenuItem key={format} className="list-box-item" onAction={() => onExport(ids, format)}>
                {noteTexts.exportFormats[format]}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    )}
    {onMove !== undefined && (
      <Button look="quiet" size="icon" aria-label={texts.move} onPress={() => onMove(ids)}>
        <FolderInput aria-hidden size={16} />
      </Button>
    )}
    <Button look="quiet" size="icon" aria-label={texts.trash} onPress={() => onDelete(ids)}>
      <Trash2 aria-hidden size={16} />
    </Button>
    <Button look="quiet" size="icon" aria-label={texts.clearSelection} onPress={onClear}>
      <X aria-hidden size={16} />
    </Button>
  </Toolbar>
);
