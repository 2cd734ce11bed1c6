import { Fragment, type Node } from 'prosemirror-model';
import { schema } from './schema.ts';

const { link } = schema.marks;

const withoutForms = (node: Node): Node => {
  const content = Fragment.fromArray(node.children.map(withoutForms));
  const marks = node.marks.map((mark) => (mark.type === link ? link.create({ ...mark.attrs, form: null }) : mark));
  return (node.isText ? node : node.copy(content)).mark(marks);
};

/** Whether readers get the same of two documents: how a link was written is nothing to them. */
export const isSameText = (one: Node, other: Node): boolean => withoutForms(one).eq(withoutForms(other));
