import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from './Button.tsx';

export interface MoreMenuProps {
  /** Of the button, and of its menu. */
  readonly label: string;
  /** The side of the button on which the menu ends; where it begins without one. */
  readonly placement?: 'bottom end';
  /** Items of react-aria's Menu, with the class `list-box-item`. */
  readonly children: ReactNode;
}

/** The button with three dots, and the menu of what is wanted less often. */
export const MoreMenu = ({ label, placement, children }: MoreMenuProps) => (
  <MenuTrigger>
    <Button look="quiet" size="icon" aria-label={label}>
      <Ellipsis aria-hidden size={16} />
    </Button>
    <Popover className="popover" {...(placement !== undefined && { placement })}>
      <Menu className="list-box" aria-label={label}>
        {children}
      </Menu>
    </Popover>
  </MenuTrigger>
);
