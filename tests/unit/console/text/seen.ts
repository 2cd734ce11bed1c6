import type { Node } from 'prosemirror-model';
import { schema } from '../../../../console/src/text/schema.ts';

/** What a person sees of a document: the kind of each block with its letters and their marks. */
export const seen = (doc: Node): string[] => {
  const found: string[] = [];
  doc.descendants((block) => {
    if (!block.isTextblock) return;
    const letters = block.children.flatMap((node) => {
      const names = node.marks.map(({ type }) => type.name).sort();
      if (node.type === schema.nodes.image) return [`{${node.attrs.src}}`];
      return [...(node.text ?? '')].filter((letter) => letter.trim()).map((letter) => `${letter}${names}`);
    });
    if (letters.length > 0) found.push([block.type.name, block.attrs.level, ...letters].join(' '));
  });
  return found;
};
