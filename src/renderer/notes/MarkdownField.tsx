import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { createEditor, type Editor } from './editor/createEditor.ts';
import { texts } from './texts.ts';

/** Commands for the buttons of the note's toolbar. */
export type FieldHandle = Pick<Editor, 'insert' | 'toggleBox'>;

export interface MarkdownFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A time stamp of now; null if the note has no clock. */
  readonly stamp: () => string | null;
  readonly ref?: Ref<FieldHandle>;
}

/** The editor of a note's text. A lazily loaded module, so that the window opens faster. */
export default function MarkdownField({ value, onChange, stamp, ref }: MarkdownFieldProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(null);
  const latest = useRef({ value, onChange, stamp });
  useEffect(() => {
    latest.current = { value, onChange, stamp };
    editor.current?.setText(value);
  }, [value, onChange, stamp]);
  useEffect(() => {
    if (!host.current) return undefined;
    const made = createEditor({
      parent: host.current,
      text: latest.current.value,
      label: texts.noteText,
      hint: texts.noteTextHint,
      onChange: (text) => latest.current.onChange(text),
      stamp: () => latest.current.stamp(),
    });
    editor.current = made;
    // Opening a note focuses its text.
    made.focusEnd();
    return () => {
      editor.current = null;
      made.end();
    };
  }, []);
  useImperativeHandle(ref, () => ({
    insert: (text) => editor.current?.insert(text),
    toggleBox: () => editor.current?.toggleBox(),
  }));
  return <div ref={host} className="note-text" />;
}
