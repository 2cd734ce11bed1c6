import { toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { Command, EditorState } from 'prosemirror-state';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable } from 'prosemirror-tables';
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { useWords } from '../console-context.ts';
import {
  blockAround,
  hasMark,
  insertTable,
  listTypes,
  setStyle,
  styleOf,
  toggleList,
  toggleQuotation,
} from './commands.ts';
import { linkAround } from './link-commands.ts';
import { selectedPicture } from './picture-commands.ts';
import { headingLevels, schema } from './schema.ts';
import { ToolIcon, type ToolName } from './tool-icon.tsx';
import { textWords } from './words.ts';

const { nodes, marks } = schema;

interface ToolbarProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly state: EditorState;
  /** Does something to the text. */
  readonly run: (command: Command) => void;
  /** Leads back to the text. */
  readonly onLeave: () => void;
  /** The id of the text. */
  readonly controls: string;
  readonly onOpen: (what: 'link' | 'picture') => void;
}

interface Tool {
  readonly name: ToolName;
  readonly label: string;
  readonly act: () => void;
  readonly isOn?: boolean;
  readonly isOff?: boolean;
}

/** The tools of a text: one stop of the Tab key; arrows lead from one to the next. */
export const Toolbar = ({ ref, state, run, onLeave, controls, onOpen }: ToolbarProps) => {
  const { tools: words, table } = useWords(textWords);
  const [current, setCurrent] = useState('style');
  const isByPointer = useRef(false);
  const style = styleOf(state);
  const act = (its: Command) => {
    run(its);
    onLeave();
  };
  const list = blockAround(state, listTypes)?.type;
  const command = (name: ToolName, label: string, its: Command, isOn?: boolean): Tool => ({
    ...{ name, label, act: () => act(its), isOff: !its(state) },
    ...(isOn !== undefined && { isOn }),
  });
  const tools: Tool[] = [
    command('strong', words.strong, toggleMark(marks.strong), hasMark(state, marks.strong)),
    command('em', words.em, toggleMark(marks.em), hasMark(state, marks.em)),
    command('bullets', words.bullets, toggleList(nodes.bullet_list), list === nodes.bullet_list),
    command('numbers', words.numbers, toggleList(nodes.ordered_list), list === nodes.ordered_list),
    command('quotation', words.quotation, toggleQuotation, blockAround(state, [nodes.blockquote]) !== undefined),
    { name: 'link', label: words.link, act: () => onOpen('link'), isOn: linkAround(state) !== undefined },
    { name: 'picture', label: words.picture, act: () => onOpen('picture'), isOn: selectedPicture(state) !== undefined },
    command('table', words.table, insertTable),
    command('undo', words.undo, undo),
    command('redo', words.redo, redo),
    ...(isInTable(state)
      ? [
          command('rowAfter', table.rowAfter, addRowAfter),
          command('columnAfter', table.columnAfter, addColumnAfter),
          command('deleteRow', table.deleteRow, deleteRow),
          command('deleteColumn', table.deleteColumn, deleteColumn),
          command('deleteTable', table.deleteTable, deleteTable),
        ]
      : []),
  ];
  // A tool of tables goes with the table.
  const focusable = current === 'style' || tools.some(({ name }) => name === current) ? current : 'style';
  const lead = (event: KeyboardEvent<HTMLDivElement>) => {
    isByPointer.current = false;
    if (event.key === 'Escape' || (event.key === 'F10' && event.altKey)) {
      event.preventDefault();
      onLeave();
      return;
    }
    const controlsHere = [...event.currentTarget.querySelectorAll<HTMLElement>('button, select')];
    const at = controlsHere.indexOf(event.target as HTMLElement);
    const last = controlsHere.length - 1;
    const next = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[
      event.key
    ];
    if (next === undefined) return;
    event.preventDefault();
    controlsHere[next]?.focus();
  };
  const levels = [...new Set([...headingLevels, ...(typeof style === 'number' && style > 0 ? [style] : [])])].sort();
  return (
    <div ref={ref} role="toolbar" aria-label={words.title} aria-controls={controls} className="tools" onKeyDown={lead}>
      <select
        aria-label={words.style}
        title={words.style}
        value={style}
        tabIndex={focusable === 'style' ? 0 : -1}
        onFocus={() => setCurrent('style')}
        onPointerDown={() => {
          isByPointer.current = true;
        }}
        onChange={({ target }) => {
          run(setStyle(Number(target.value)));
          // By keyboard each arrow and letter is a change: the next one belongs to the list too, and not to the text.
          if (isByPointer.current) onLeave();
        }}
      >
        <option value={0}>{words.paragraph}</option>
        {levels.map((level) => (
          <option key={level} value={level}>
            {words.heading(level)}
          </option>
        ))}
        {style === 'code' && <option value="code">{words.code}</option>}
      </select>
      {tools.map(({ name, label, act, isOn, isOff }) => (
        <button
          key={name}
          type="button"
          aria-label={label}
          title={label}
          aria-pressed={isOn}
          aria-disabled={isOff || undefined}
          tabIndex={focusable === name ? 0 : -1}
          onFocus={() => setCurrent(name)}
          // The text keeps its selection.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => !isOff && act()}
        >
          <ToolIcon name={name} />
        </button>
      ))}
    </div>
  );
};
