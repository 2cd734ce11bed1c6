import { expect } from 'vitest';
import { child, type ExhibitionCloud, exhibitionPath as path } from './cloud/exhibition-cloud.ts';

/** What tests of versions, previews and the archive do with exhibitions of a cloud, which is there once they begin. */
export const historyOn = (cloud: () => ExhibitionCloud) => {
  const read = async (id: string) => (await cloud().ask(path(id))).body;

  const change = async (id: string, body: object) => {
    const { version } = await read(id);
    const answer = await cloud().ask(path(id), { method: 'PATCH', version, body });
    expect(answer.status).toBe(200);
    return answer.body;
  };

  const restore = async (id: string, version: number) =>
    cloud().ask(path(id, `/revisions/${version}/restore`), { body: {}, version: (await read(id)).version });

  const archive = async (id: string) => cloud().ask(path(id), { method: 'DELETE', version: (await read(id)).version });

  const unarchive = async (id: string) =>
    cloud().ask(path(id, '/unarchive'), { body: {}, version: (await read(id)).version });

  const actions = async (id: string): Promise<string[]> =>
    (await cloud().ask(path(id, '/revisions'))).body.items.map(({ action }: { action: string }) => action);

  const link = async (id: string, body: object = {}) => {
    const answer = await cloud().ask(path(id, '/previews'), { body: { locale: 'az', ...body } });
    expect(answer.status).toBe(201);
    return { ...answer.body, page: new URL(answer.body.url).pathname, api: new URL(answer.body.apiUrl).pathname };
  };

  const open = (address: string) => cloud().fetch(`${cloud().apiUrl}${address}`);

  const statusOf = async (address: string): Promise<number> => (await open(address)).status;

  /** An exhibition with a selection of one of its two entries. */
  const selected = async (content: object = {}) => {
    const id = await cloud().exhibition(content);
    const shown = await cloud().enter(id);
    const hidden = await cloud().enter(id, {
      translations: { az: { title: 'Seçilməyən', alt: 'Ev' } },
      artist: child('Tural Məmmədov'),
    });
    await cloud().act(id, 'status', { status: 'selection' });
    await cloud().act(id, 'selection', { artworkIds: [shown] });
    return { id, shown, hidden };
  };

  return { read, change, restore, archive, unarchive, actions, link, open, statusOf, selected };
};
