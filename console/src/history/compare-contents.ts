import { diffArrays } from 'diff';
import { isSameJson } from '../../../shared/model/json/is-same-json.ts';
import { isObject } from '../../../shared/model/json/json-object.ts';

type Content = Readonly<Record<string, unknown>>;

/** A field that differs between two contents; a side that lacks it is `undefined`. */
export interface FieldDifference {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A list that differs: its items in their order, each as it is on one side or on both. */
interface ListDifference {
  readonly path: string;
  readonly items: readonly { readonly kind: 'same' | 'removed' | 'added'; readonly value: unknown }[];
}

/** How a picture or a file differs: somebody has added it, removed it, moved it, or changed its words. */
export interface MediaDifference {
  readonly path: 'pictures' | 'files';
  readonly uploadId: string;
  readonly kind: 'added' | 'removed' | 'moved' | 'kept';
  readonly fields: readonly FieldDifference[];
}

/** How one content differs from another, field by field. */
interface ContentDifferences {
  readonly fields: readonly FieldDifference[];
  readonly lists: readonly ListDifference[];
  readonly media: readonly MediaDifference[];
}

/** A picture or a file. */
export interface Media {
  readonly uploadId: string;
}

const leaves = (value: unknown, path: string): [string, unknown][] => {
  if (isObject(value))
    return Object.entries(value).flatMap(([name, inner]) => leaves(inner, path ? `${path}.${name}` : name));
  return value === undefined || value === '' ? [] : [[path, value]];
};

const fieldsOf = (before: unknown, after: unknown, path: string): FieldDifference[] => {
  const [old, current] = [new Map(leaves(before, path)), new Map(leaves(after, path))];
  return [...new Set([...old.keys(), ...current.keys()])]
    .map((name) => ({ path: name, before: old.get(name), after: current.get(name) }))
    .filter((field) => !isSameJson(field.before, field.after));
};

const listOf = (path: string, before: readonly unknown[], after: readonly unknown[]): ListDifference => {
  const changes = diffArrays(
    before.map((item) => JSON.stringify(item)),
    after.map((item) => JSON.stringify(item)),
  );
  return {
    path,
    items: changes.flatMap(({ added, removed, value }) =>
      value.map((item) => ({
        kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
        value: JSON.parse(item),
      })),
    ),
  };
};

/** The point of a picture that stays in sight is one thing to people. */
const facts = ({ focalPoint, ...item }: Media & { readonly focalPoint?: unknown }): Content => {
  if (!isObject(focalPoint)) return { ...item };
  const percent = (share: unknown): string => `${Math.round(Number(share) * 100)} %`;
  return { ...item, focalPoint: `${percent(focalPoint.x)}, ${percent(focalPoint.y)}` };
};

/** How the words of a picture or a file differ; without `before`, all that it has. */
export const mediaFieldsBetween = (before: Media | undefined, after: Media): FieldDifference[] =>
  fieldsOf(facts(before ?? { uploadId: after.uploadId }), facts(after), '');

const mediaOf = (
  path: MediaDifference['path'],
  before: readonly Media[],
  after: readonly Media[],
): MediaDifference[] => {
  const ids = (all: readonly Media[]) => all.map(({ uploadId }) => uploadId);
  const stayed = new Set(
    diffArrays(ids(before), ids(after)).flatMap(({ added, removed, value }) => (added || removed ? [] : value)),
  );
  const gone = before.filter(({ uploadId }) => !ids(after).includes(uploadId));
  return [
    ...gone.map(({ uploadId }): MediaDifference => ({ path, uploadId, kind: 'removed', fields: [] })),
    ...after.flatMap((item): MediaDifference[] => {
      const { uploadId } = item;
      const old = before.find((one) => one.uploadId === uploadId);
      const fields = mediaFieldsBetween(old, item);
      if (!old) return [{ path, uploadId, kind: 'added', fields }];
      const kind = stayed.has(uploadId) ? 'kept' : 'moved';
      return kind === 'moved' || fields.length > 0 ? [{ path, uploadId, kind, fields }] : [];
    }),
  ];
};

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** How a content differs from another: pictures and files are known by their upload, other lists by what is in them. */
export const compareContents = (before: Content, after: Content): ContentDifferences => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const isList = (name: string) => Array.isArray(before[name]) || Array.isArray(after[name]);
  const media = (['pictures', 'files'] as const).flatMap((name) =>
    mediaOf(name, asList(before[name]) as readonly Media[], asList(after[name]) as readonly Media[]),
  );
  const lists = names.filter((name) => isList(name) && name !== 'pictures' && name !== 'files');
  return {
    fields: names.filter((name) => !isList(name)).flatMap((name) => fieldsOf(before[name], after[name], name)),
    lists: lists
      .filter((name) => !isSameJson(asList(before[name]), asList(after[name])))
      .map((name) => listOf(name, asList(before[name]), asList(after[name]))),
    media,
  };
};
