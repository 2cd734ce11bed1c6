import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { type Command, EditorState, type Plugin } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import { EditorView, type NodeViewConstructor } from 'prosemirror-view';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { cleanPasted } from './clean-pasted.ts';
import { keys } from './keys.ts';
import { openText } from './open-text.ts';
import type { ParsedText } from './parse-text.ts';
import type { TextControl } from './text-control.ts';
import { keepWaiting, waitingPictures } from './waiting-pictures.ts';
import { writeText } from './write-text.ts';

interface EditorViewOptions {
  readonly host: RefObject<HTMLDivElement | null>;
  readonly control: TextControl;
  readonly value: string;
  readonly opened: ParsedText;
  readonly readOnly: boolean;
  readonly onChange: (value: string) => void;
  /** The text has been changed from elsewhere into one that cannot be held. */
  readonly onNotHeld: () => void;
  /** Files were dropped at a position, or pasted. */
  readonly onFiles: (files: readonly File[], pos: number) => void;
  /** Keys that open something. */
  readonly keysOf: Readonly<Record<string, Command>>;
  readonly pictureView: NodeViewConstructor;
}

const picturesOf = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));

/**
 * A view of ProseMirror in an element of React. What the person has not changed is never written anew: see `writeText`.
 */
export const useEditorView = ({ host, control, value, opened, readOnly, ...rest }: EditorViewOptions) => {
  const [view, setView] = useState<EditorView>();
  const [state, setState] = useState<EditorState>();
  const text = useRef({ opened, source: value, last: value });
  const onChange = useEffectEvent(rest.onChange);
  const onFiles = useEffectEvent(rest.onFiles);
  const onNotHeld = useEffectEvent(rest.onNotHeld);
  const runKey = useEffectEvent((name: string, ...[its, dispatch, at]: Parameters<Command>): boolean => {
    return rest.keysOf[name]?.(its, dispatch, at) ?? false;
  });
  const pluginsOf = (): Plugin[] => [
    keymap(
      Object.fromEntries(
        Object.keys(rest.keysOf).map((name): [string, Command] => [name, (...given) => runKey(name, ...given)]),
      ),
    ),
    ...keys(),
    ...[history(), dropCursor({ class: 'drop-cursor', color: false }), gapCursor(), tableEditing(), waitingPictures()],
  ];
  const stateOf = (doc: Node) => EditorState.create({ doc, plugins: pluginsOf() });
  const attributes: Record<string, string> = {
    ...{ class: 'text', role: 'textbox', 'aria-multiline': 'true', spellcheck: 'true' },
    ...{ name: control.name, lang: control.lang, dir: control.dir },
    ...{ 'aria-labelledby': control['aria-labelledby'], 'aria-describedby': control['aria-describedby'] },
    ...(control['aria-invalid'] && { 'aria-invalid': 'true' }),
    ...(readOnly && { 'aria-readonly': 'true', tabindex: '0' }),
  };

  const make = useEffectEvent((element: HTMLElement) => {
    const made: EditorView = new EditorView(element, {
      state: stateOf(text.current.opened.doc),
      attributes,
      editable: () => !readOnly,
      nodeViews: { image: rest.pictureView },
      transformPastedHTML: cleanPasted,
      handlePaste: (its, event) => {
        const files = picturesOf(event.clipboardData);
        // Programs that copy cells put a picture of them beside their text.
        if (files.length === 0 || event.clipboardData?.types.includes('text/html')) return false;
        onFiles(files, its.state.selection.to);
        return true;
      },
      handleDrop: (its, event) => {
        const files = picturesOf(event.dataTransfer);
        const pos = its.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        if (files.length === 0) return false;
        event.preventDefault();
        onFiles(files, pos ?? its.state.doc.content.size);
        return true;
      },
      dispatchTransaction: (transaction) => {
        const after = made.state.apply(transaction);
        made.updateState(after);
        setState(after);
        if (!transaction.docChanged) return;
        const { opened: from, source } = text.current;
        text.current.last = after.doc.eq(from.doc) ? source : writeText(after.doc, from.sources);
        onChange(text.current.last);
      },
    });
    return made;
  });
  useEffect(() => {
    if (!host.current) return;
    const made = make(host.current);
    setView(made);
    setState(made.state);
    return () => made.destroy();
  }, [host]);

  const update = useEffectEvent((its: EditorView) => its.setProps({ attributes, editable: () => !readOnly }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what the attributes are made of
  useEffect(() => {
    if (view) update(view);
  }, [view, control['aria-invalid'], control['aria-describedby'], readOnly]);

  // The editor of the event has merged in another person's text, or taken up a draft.
  const follow = useEffectEvent((its: EditorView) => {
    const reopened = openText(value);
    if (!reopened) return onNotHeld();
    text.current = { opened: reopened, source: value, last: value };
    its.updateState(keepWaiting(its.state, stateOf(reopened.doc)));
    setState(its.state);
  });
  useEffect(() => {
    // What the API keeps is in normal form C.
    if (view && value !== text.current.last && value !== text.current.last.normalize('NFC')) follow(view);
  }, [view, value]);

  return { view, state };
};
