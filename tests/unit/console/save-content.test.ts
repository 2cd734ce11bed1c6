import { describe, expect, it } from 'vitest';
import { OfflineError } from '../../../console/src/api/api.ts';

type Content = Readonly<Record<string, unknown>>;
interface Stored {
  readonly id: string;
  readonly version: number;
  readonly content: Content;
}

/** Not followed by the compiler: tests do not have the types of browsers. */
const madeForBrowsers: string = '../../../console/src/drafts/save-content.ts';

/** A kind of items of which some are stored; `acts` is what was asked of the API. */
const desk = (...stored: Stored[]) => {
  const acts: string[] = [];
  const put = (item: Stored): Stored => {
    stored = [...stored.filter(({ id }) => id !== item.id), item];
    return item;
  };
  const kind = {
    contentOf: ({ content }: Stored) => content,
    listOf: async () => stored,
    read: async (_: unknown, id: string) => stored.find((item) => item.id === id),
    create: async (_: unknown, content: Content) => {
      acts.push('create');
      return put({ id: 'new', version: 1, content });
    },
    update: async (_: unknown, id: string, version: number, patch: Content) => {
      acts.push(`update ${JSON.stringify(patch)}`);
      return put({
        id,
        version: version + 1,
        content: { ...stored.find((item) => item.id === id)?.content, ...patch },
      });
    },
  };
  return { kind, acts };
};

/** Saves something new where an attempt with another text has got no answer for some seconds. */
const saveAgain = async ({ kind }: ReturnType<typeof desk>, content: Content, tried: Content, seconds: number) => {
  const { saveContent } = await import(madeForBrowsers);
  const options = { person: 'leyla', tried: { content: tried, at: performance.now() - seconds * 1_000 } };
  return saveContent({}, kind, { base: {}, version: 0, content }, options);
};

const [first, more] = [{ title: 'Begun' }, { title: 'Begun, and gone on' }];

describe('a new item whose first attempt has got no answer', () => {
  it('is not created again where that was carried out, and gets what was typed since', async () => {
    const before = { id: 'made', version: 1, content: first };
    const one = desk(before);
    expect(await saveAgain(one, first, first, 1)).toEqual({ saved: before });
    expect(await saveAgain(one, more, first, 1)).toMatchObject({ saved: { id: 'made', version: 2, content: more } });
    expect(one.acts).toEqual([`update ${JSON.stringify(more)}`]);
  });

  it('waits as long as that may still be carried out, and is created after that', async () => {
    const one = desk({ id: 'other', version: 1, content: { title: 'Another one' } });
    await expect(saveAgain(one, first, first, 5)).rejects.toBeInstanceOf(OfflineError);
    expect(one.acts).toEqual([]);
    expect(await saveAgain(one, first, first, 31)).toMatchObject({ saved: { id: 'new' } });
    expect(one.acts).toEqual(['create']);
  });
});
