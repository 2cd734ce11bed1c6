/** The outlines of the tools, in a square of 20. */
const paths = {
  strong: 'M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6z',
  em: 'M9 4h6M5 16h6M12 4 8 16',
  bullets: 'M8 5h9M8 10h9M8 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01',
  numbers: 'M9 5h8M9 10h8M9 15h8M3 4l1.5-1v4M3 11.5c2-1.5 3 0 2 1L3 15h3',
  quotation: 'M4 14c3-1 3-4 3-8H4v4h3M12 14c3-1 3-4 3-8h-3v4h3',
  link: 'M8.5 11.5a3 3 0 0 0 4.2 0l3-3a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-3 3a3 3 0 0 0 4.2 4.2l1-1',
  picture: 'M3 4h14v12H3zM3 14l4-4 4 4 2-2 4 3M13 7.5h.01',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M10 4v12',
  undo: 'M7 4 3.5 7.5 7 11M4 7.5h8a4 4 0 0 1 0 8H8',
  redo: 'm13 4 3.5 3.5L13 11M16 7.5H8a4 4 0 0 0 0 8h4',
  rowAfter: 'M3 3h14v6H3zM10 12v6M7 15h6',
  columnAfter: 'M3 3h6v14H3zM12 10h6M15 7v6',
  deleteRow: 'M3 3h14v6H3zM7 15h6',
  deleteColumn: 'M3 3h6v14H3zM12 10h6',
  deleteTable: 'M3 4h14v12H3zM7 7l6 6M13 7l-6 6',
} as const;

export type ToolName = keyof typeof paths;

export const ToolIcon = ({ name }: { readonly name: ToolName }) => (
  <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    <path
      d={paths[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
