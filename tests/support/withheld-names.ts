import { expect } from 'vitest';
import type { Answer } from './clients/client.ts';
import { child, type ExhibitionCloud } from './cloud/exhibition-cloud.ts';

export const faults = ({ status, body }: Answer): string[] => {
  expect(status, JSON.stringify(body)).toBe(400);
  return body.errors.map(({ path, message }: { path: string; message: string }) => `${path} ${message}`);
};

export const event = (id: string) => `/v1/staff/events/${id}`;

/** What tests of withheld names do on a cloud, which is there once they begin. */
export const namesOn = (cloud: () => ExhibitionCloud) => {
  const patch = async (path: string, body: object, as: 'contributor' | 'editor' = 'editor') => {
    const { version } = (await cloud().ask(path)).body;
    return cloud().ask(path, { method: 'PATCH', version, body, as });
  };

  const attention = async (): Promise<Record<string, unknown>[]> =>
    (await cloud().ask('/v1/staff/attention?limit=100', { as: 'editor' })).body.items;

  /** An exhibition with one selected artwork, whose artist may not be named. */
  const exhibitionOf = async (name: string, content: object = {}, artwork: object = {}) => {
    const id = await cloud().exhibition(content);
    const artworkId = await cloud().enter(id, { artist: child(name, { name: 'none' }), ...artwork });
    expect((await cloud().act(id, 'selection', { artworkIds: [artworkId] })).status).toBe(200);
    return { id, artworkId };
  };

  return { patch, attention, exhibitionOf };
};
