import { describe, expect, it } from 'vitest';
import { RefusedError } from '../../../console/src/api/api.ts';
import type { ProblemDocument } from '../../../shared/contract/problem.ts';

type Content = Readonly<Record<string, unknown>>;
interface Stored {
  readonly id: string;
  readonly version: number;
  readonly content: Content;
}

/** Not followed by the compiler: tests do not have the types of browsers. */
const madeForBrowsers: string = '../../../console/src/drafts/save-content.ts';

const refused = (problem: Partial<ProblemDocument>): RefusedError =>
  new RefusedError({ detail: '', ...problem } as ProblemDocument);

/** A kind of items, of which an attempt without an answer has made one; `acts` is what was asked of the API. */
const desk = (stored: Stored) => {
  const acts: string[] = [];
  const kind = {
    contentOf: ({ content }: Stored) => content,
    sentOf: ({ ofOtherKind: _, ...content }: Content) => content,
    read: async () => stored,
    create: async (_: unknown, content: Content, key: string) => {
      acts.push(`create ${key}`);
      if (JSON.stringify(content) === JSON.stringify(stored.content)) return stored;
      throw refused({ status: 422, createdId: stored.id });
    },
    update: async (_: unknown, id: string, version: number, patch: Content) => {
      acts.push(`update ${id} ${version} ${JSON.stringify(patch)}`);
      if (version !== stored.version) throw refused({ status: 412 });
      return { id, version: version + 1, content: { ...stored.content, ...patch } };
    },
  };
  return { kind, acts };
};

/** Saves something new under the key of its draft. */
const saveAgain = async ({ kind }: ReturnType<typeof desk>, content: Content) => {
  const { saveContent } = await import(madeForBrowsers);
  return saveContent({}, kind, { base: {}, version: 0, content }, 'draft');
};

const [first, more] = [{ title: 'Begun' }, { title: 'Begun, and gone on' }];

describe('a new item whose first attempt has got no answer', () => {
  it('is what that has made', async () => {
    const made = { id: 'made', version: 1, content: first };
    const one = desk(made);
    expect(await saveAgain(one, first)).toEqual({ saved: made });
    expect(one.acts).toEqual(['create draft']);
  });

  it('has nothing that only another kind of item has', async () => {
    const made = { id: 'made', version: 1, content: first };
    expect(await saveAgain(desk(made), { ...first, ofOtherKind: 'a place' })).toEqual({ saved: made });
  });

  it('gets what was typed since', async () => {
    const one = desk({ id: 'made', version: 1, content: first });
    expect(await saveAgain(one, more)).toMatchObject({ saved: { id: 'made', version: 2, content: more } });
    expect(one.acts).toEqual(['create draft', `update made 1 ${JSON.stringify(more)}`]);
  });

  it('is left to a choice where it was changed since, and what is not in dispute is put together', async () => {
    const changed = { id: 'made', version: 2, content: { title: 'By somebody else' } };
    expect(await saveAgain(desk(changed), more)).toEqual({ theirs: changed });
    const elsewhere = { id: 'made', version: 2, content: { category: 'news' } };
    expect(await saveAgain(desk(elsewhere), more)).toMatchObject({
      saved: { version: 3, content: { category: 'news', ...more } },
    });
  });
});
