import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { createEditor, type Editor } from './editor/createEditor.ts';
import { texts } from './texts.ts';

/** What buttons beside the field can do with it. */
export type FieldHandle = Pick<Editor, 'insert' | 'toggleBox'>;

export interface MarkdownFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The stamp of this moment; null where the note has no clock. */
  readonly stamp: () => string | null;
  readonly ref?: Ref<FieldHandle>;
}

/** The text of a note in its editor. In a module of its own, so that the window opens without the editor's weight. */
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
    // Opening a note means to write in it.
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
