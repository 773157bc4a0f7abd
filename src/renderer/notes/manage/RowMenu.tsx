import { useRef, type ReactNode } from 'react';
import { Menu, Popover } from 'react-aria-components';

/** Where a menu opens, and of which row. */
export interface MenuAt {
  readonly id: string;
  /** In the window (px). */
  readonly x: number;
  readonly y: number;
}

export interface RowMenuProps {
  readonly at: MenuAt;
  readonly label: string;
  readonly onClose: () => void;
  /** Items of a menu. */
  readonly children: ReactNode;
}

/** A menu at a place in the window. The focus returns to where it was. */
export function RowMenu({ at, label, onClose, children }: RowMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span
        ref={anchor}
        aria-hidden
        className="menu-anchor"
        style={{ insetInlineStart: at.x, insetBlockStart: at.y }}
      />
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
        placement="bottom start"
        offset={2}
      >
        {/* A menu takes the focus when it opens. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <Menu className="list-box" aria-label={label} autoFocus="first" onClose={onClose}>
          {children}
        </Menu>
      </Popover>
    </>
  );
}
