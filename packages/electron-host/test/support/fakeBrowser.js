#!/usr/bin/env node
// Answers every command of the DevTools pipe with an empty result: enough for an app without a page.
import { Socket } from 'node:net';

const out = new Socket({ fd: 4 });
let text = '';
new Socket({ fd: 3 })
  .setEncoding('utf8')
  .on('data', (data) => {
    text += data;
    for (let end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0')) {
      const { id, method } = JSON.parse(text.slice(0, end));
      text = text.slice(end + 1);
      out.write(`${JSON.stringify({ id, result: {} })}\0`);
      if (method === 'Browser.close') process.exit();
    }
  })
  .on('end', () => process.exit());
