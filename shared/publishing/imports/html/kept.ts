import { type FieldError, fieldError } from '../../../refusals/field-error.ts';
import { shortened } from '../../../refusals/shortened.ts';

/** Most parts that a warning names. */
const maxNamed = 10;

/** What the conversion has done with the parts of HTML for which Markdown has no word. */
export interface Kept {
  leftOut(part: string): void;
  asLink(part: string): void;
  simplified(part: string): void;
  imageElsewhere(address: string): void;
  /** The warnings about it, for the field at a path. */
  warnings(path: string): FieldError[];
}

/** Longest name of a part, in UTF-16 units: the address of a link may hold a whole file. */
const longestName = 200;

const named = (parts: ReadonlySet<string>): string[] => [
  ...[...parts].slice(0, maxNamed).map((part) => shortened(part, longestName)),
  ...(parts.size > maxNamed ? ['…'] : []),
];

/** Collects it, each part once. */
export const keptParts = (): Kept => {
  const [left, links, simplified, images] = [0, 1, 2, 3].map(() => new Set<string>()) as [
    Set<string>,
    Set<string>,
    Set<string>,
    Set<string>,
  ];
  return {
    leftOut: (part) => left.add(part),
    asLink: (part) => links.add(part),
    simplified: (part) => simplified.add(part),
    imageElsewhere: (address) => images.add(address),
    warnings: (path) => [
      ...(left.size > 0 ? [fieldError(path, 'htmlLeftOut', { parts: named(left) })] : []),
      ...(links.size > 0 ? [fieldError(path, 'htmlAsLinks', { parts: named(links) })] : []),
      ...(simplified.size > 0 ? [fieldError(path, 'htmlSimplified', { parts: named(simplified) })] : []),
      ...(images.size > 0 ? [fieldError(path, 'htmlImagesElsewhere', { addresses: named(images) })] : []),
    ],
  };
};
