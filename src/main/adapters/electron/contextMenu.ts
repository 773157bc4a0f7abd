import { app, Menu } from 'electron';
import { contextMenuItems } from './contextMenuItems.ts';

/** Shows a context menu on right click in every page. */
export function offerContextMenus(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('context-menu', (_click, params) => {
      const items = contextMenuItems(params, (word) => contents.replaceMisspelling(word));
      if (items.length > 0) Menu.buildFromTemplate(items).popup();
    });
  });
}
