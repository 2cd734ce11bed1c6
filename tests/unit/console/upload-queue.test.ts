import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

beforeAll(() => {
  vi.stubGlobal('addEventListener', () => {});
});
afterAll(() => {
  vi.unstubAllGlobals();
});

/** Not followed by the compiler: tests do not have the types of browsers. */
const madeForBrowsers: string = '../../../console/src/uploads/upload-queue.ts';

const queue = async () => {
  const { UploadQueue } = await import(madeForBrowsers);
  // It sends nothing before somebody has signed in: what it is told of files is looked at here.
  const uploads = new UploadQueue({ call: () => new Promise(() => {}) });
  const targets = (): (string | undefined)[] => uploads.items().map(({ target }: { target?: string }) => target);
  return { uploads, targets };
};

const file = () => new File(['bytes'], 'a.png', { type: 'image/png' });

describe('files on their way', () => {
  it('are for the draft that was open, and go with it to the item that is made of it', async () => {
    const { uploads, targets } = await queue();
    const leave = uploads.receiveFor('draft of one');
    uploads.add([file()]);
    leave();
    uploads.receiveFor('draft of another');
    uploads.add([file()]);
    uploads.retarget('draft of one', 'one');
    expect(targets()).toEqual(['one', 'draft of another']);
  });

  it('are for the item that was made of the draft, also before its page has taken the place of that of the draft', async () => {
    const { uploads, targets } = await queue();
    uploads.receiveFor('draft');
    uploads.retarget('draft', 'item');
    uploads.add([file()]);
    expect(targets()).toEqual(['item']);
  });

  it('find the item later for which they were chosen before it was made', async () => {
    const { uploads, targets } = await queue();
    uploads.retarget('draft', 'other draft');
    uploads.retarget('other draft', 'item');
    expect(uploads.addFor('draft', [file()])).toBe(true);
    expect(targets()).toEqual(['item']);
  });

  it('stay in the library where their draft was given up', async () => {
    const { uploads, targets } = await queue();
    uploads.receiveFor('draft');
    uploads.add([file()]);
    uploads.retarget('draft', undefined);
    expect([uploads.addFor('draft', [file()]), uploads.addFor(undefined, [file()])]).toEqual([false, false]);
    expect(targets()).toEqual([undefined, undefined, undefined]);
  });
});
