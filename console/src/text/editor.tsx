import { type Command, NodeSelection } from 'prosemirror-state';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useWords } from '../console-context.ts';
import type { ItemPicture } from './item-picture.ts';
import { linkAround, removeLink, setLink } from './link-commands.ts';
import { LinkDialog } from './link-dialog.tsx';
import type { ParsedText } from './parse-text.ts';
import { insertPicture, selectedPicture } from './picture-commands.ts';
import { PictureDialog, type PictureWords } from './picture-dialog.tsx';
import { PictureInText } from './picture-in-text.tsx';
import { PictureViews } from './picture-views.ts';
import type { TextControl } from './text-control.ts';
import { Toolbar } from './toolbar.tsx';
import { useAddPictures } from './use-add-pictures.ts';
import { useEditorView } from './use-editor-view.ts';
import { textWords } from './words.ts';

export interface EditorProps {
  readonly control: TextControl;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly readOnly: boolean;
  readonly pictures: readonly ItemPicture[];
  readonly help: ReactNode;
  readonly opened: ParsedText;
  readonly onNotHeld: () => void;
}

/** A text as it is written, with its tools. */
export const Editor = ({ control, pictures, help, ...props }: EditorProps) => {
  const words = useWords(textWords);
  const host = useRef<HTMLDivElement>(null);
  const tools = useRef<HTMLDivElement>(null);
  const id = useId();
  const [open, setOpen] = useState<'link' | 'picture'>();
  const [views] = useState(() => new PictureViews());
  const shown = views.useAll();
  const wordsFor = (uploadId: string): PictureWords => {
    const known = pictures.find((one) => one.uploadId === uploadId);
    return { alt: known?.alt[control.lang] ?? '', title: known?.caption?.[control.lang] ?? '' };
  };
  const opening =
    (what: 'link' | 'picture'): Command =>
    (_state, dispatch) => {
      if (dispatch) setOpen(what);
      return true;
    };
  const { view, state } = useEditorView({
    ...{ host, control, ...props },
    onFiles: (files, pos) => void add(files, pos),
    keysOf: {
      'Mod-k': opening('link'),
      'Alt-F10': () => {
        tools.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
        return true;
      },
      Enter: (its, dispatch) => selectedPicture(its) !== undefined && opening('picture')(its, dispatch),
    },
    pictureView: useMemo(() => views.make, [views]),
  });
  const { add, running } = useAddPictures(view, wordsFor);
  const focus = () => view?.focus();
  const run = (command: Command) => {
    if (view) command(view.state, view.dispatch, view);
  };
  const close = () => setOpen(undefined);
  const wasOpen = useRef(false);
  // While a dialogue is on the screen nothing beside it takes the focus.
  useEffect(() => {
    if (wasOpen.current && !open) view?.focus();
    wasOpen.current = open !== undefined;
  }, [view, open]);
  const edit = (pos: number) => {
    if (!view) return;
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)));
    setOpen('picture');
  };
  const picture = state && selectedPicture(state);
  const link = state && linkAround(state);
  return (
    <div className="formatted">
      {state && !props.readOnly && (
        <Toolbar ref={tools} {...{ state, run }} controls={id} onLeave={focus} onOpen={setOpen} />
      )}
      <div ref={host} id={id} className="text-host" />
      <ul className="running" aria-live="polite">
        {[...running].map(([name, line]) => (
          <li key={name}>{line}</li>
        ))}
      </ul>
      {help}
      {shown.map(({ key, dom, node, pos }) =>
        createPortal(
          <PictureInText node={node} readOnly={props.readOnly} onEdit={() => edit(pos() ?? 0)} />,
          dom,
          String(key),
        ),
      )}
      {view && state && open === 'link' && (
        <LinkDialog
          address={link?.href ?? ''}
          needsWords={state.selection.empty && !link}
          lang={control.lang}
          onClose={close}
          onApply={(href, text) => {
            run(setLink(href, text));
            close();
          }}
          onRemove={
            link &&
            (() => {
              run(removeLink);
              close();
            })
          }
        />
      )}
      {view && open === 'picture' && (
        <PictureDialog
          title={words.picture.title}
          picture={picture?.node.attrs}
          {...{ pictures, wordsFor }}
          lang={control.lang}
          onClose={close}
          onApply={(attrs) => {
            run(
              picture
                ? (its, dispatch) => {
                    dispatch?.(its.tr.setNodeMarkup(picture.pos, null, attrs));
                    return true;
                  }
                : insertPicture(attrs),
            );
            close();
          }}
          onFiles={(files) => {
            close();
            void add(files, view.state.selection.to);
          }}
          onRemove={
            picture &&
            (() => {
              run((its, dispatch) => {
                dispatch?.(its.tr.delete(picture.pos, picture.pos + 1));
                return true;
              });
              close();
            })
          }
        />
      )}
    </div>
  );
};
