import { type EventContent, eventContentSchema } from '../../../shared/model/event.ts';
import { type ContentKind, itemKindOf } from '../../../shared/model/event-kind.ts';
import type { AnswerOf } from '../api/api.ts';

export type StaffEvent = AnswerOf<'getStaffEvent'>;

/** The name of the member of the staff who has made or changed something; `sergi` where it happened by itself. */
export const nameOf = (person: StaffEvent['updatedBy']): string =>
  typeof person === 'string' ? person : (person.name ?? '');

/** The id of that person. */
export const idOf = (person: StaffEvent['updatedBy']): string => (typeof person === 'string' ? person : person.id);

/** The fields of an event that the editor changes: all that staff write. */
export const editedFields = Object.keys(eventContentSchema.shape) as (keyof EventContent)[];

/** What is written of an event. */
export type Content = Readonly<EventContent>;

/** What is written of an event before the first word. */
export const emptyContent: Content = eventContentSchema.parse({});

type Json = null | string | number | boolean | readonly Json[] | { readonly [name: string]: Json | undefined };

export const contentOf = (event: StaffEvent): Content =>
  Object.fromEntries(editedFields.map((field) => [field, event[field]])) as Content;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two values of JSON are the same; the order of names does not matter. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, n) => isSame(item, other[n]));
  if (!isObject(one) || !isObject(other)) return one === other;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => isSame(one[name], other[name]));
};

/** What leads from one value to another (JSON Merge Patch, RFC 7396); `undefined` where nothing does. */
export const patchBetween = (from: unknown, to: unknown): Json | undefined => {
  if (isSame(from, to)) return undefined;
  if (to === undefined) return null;
  if (!isObject(to)) return to as Json;
  const before = isObject(from) ? from : {};
  const changes = [...new Set([...Object.keys(before), ...Object.keys(to)])].map((name) => [
    name,
    patchBetween(before[name], to[name]),
  ]);
  return Object.fromEntries(changes.filter(([, change]) => change !== undefined));
};

/** A field that two people have changed, each in another way. */
export interface Conflict {
  readonly path: readonly string[];
  readonly mine: unknown;
  readonly theirs: unknown;
}

/**
 * What two people have made of the same content. A field that one of them has changed is as that one wants it; where both have, it is mine, and named
 * among the conflicts. Lists are fields as a whole.
 */
export const mergeContents = <T>(
  base: T,
  mine: T,
  theirs: T,
): { readonly merged: T; readonly conflicts: readonly Conflict[] } => {
  const conflicts: Conflict[] = [];
  const merge = (path: readonly string[], [was, my, their]: readonly [unknown, unknown, unknown]): unknown => {
    if (isSame(my, their) || isSame(was, their)) return my;
    if (isSame(was, my)) return their;
    if (isObject(my) && isObject(their)) {
      const before = isObject(was) ? was : {};
      const names = [...new Set([...Object.keys(before), ...Object.keys(my), ...Object.keys(their)])];
      const fields = names.map((name) => [name, merge([...path, name], [before[name], my[name], their[name]])]);
      return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
    }
    conflicts.push({ path, mine: my, theirs: their });
    return my;
  };
  return { merged: merge([], [base, mine, theirs]) as T, conflicts };
};

/** A content with another value at a path; `undefined` removes it. */
export const withValue = <T>(content: T, [name, ...rest]: readonly string[], value: unknown): T => {
  if (name === undefined) return value as T;
  const before: Readonly<Record<string, unknown>> = isObject(content) ? content : {};
  const changed = withValue(before[name], rest, value);
  const others = Object.entries(before).filter(([other]) => other !== name);
  return Object.fromEntries(changed === undefined ? others : [...Object.entries(before), [name, changed]]) as T;
};

/** The content as another kind: pages and notices have nothing that says when and where something takes place, and notices no pictures or files. */
export const ofKind = (content: Content, kind: ContentKind): Content => {
  const item = itemKindOf({ kind });
  const { notice, ...others } = content;
  if (item === 'event') return { ...others, kind };
  const { translations, pictures, files } = content;
  if (item === 'page') return { ...emptyContent, kind, translations, pictures, files };
  return { ...emptyContent, kind, translations, ...(notice && { notice }) };
};
