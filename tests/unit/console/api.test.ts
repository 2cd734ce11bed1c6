import { afterEach, describe, expect, it, vi } from 'vitest';
import { apiOf, RefusedError } from '../../../console/src/api/api.ts';

const answered = (status: number, body: unknown) => Response.json(body, { status });

const surroundings = (tokens: string[]) => ({
  token: vi.fn(async (_refused?: string) => tokens.shift() ?? 'last'),
  language: () => 'en',
});

const bearers = (fetched: ReturnType<typeof vi.fn>) =>
  fetched.mock.calls.map(([, { headers }]) => headers.authorization);

describe('the client of the console', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('asks again with another token where one is refused, once', async () => {
    const fetched = vi.fn(async (_path: string, { headers }: RequestInit) =>
      (headers as Record<string, string>).authorization === 'Bearer good'
        ? answered(200, { id: 'somebody' })
        : answered(401, { message: 'Unauthorized' }),
    );
    vi.stubGlobal('fetch', fetched);
    const around = surroundings(['old', 'good', 'old', 'old']);
    const api = apiOf(around);
    expect(await api.call('getMe', {})).toEqual({ id: 'somebody' });
    expect(bearers(fetched)).toEqual(['Bearer old', 'Bearer good']);
    expect(around.token.mock.calls).toEqual([[], ['old']]);
    await expect(api.call('getMe', {})).rejects.toThrow(RefusedError);
    expect(fetched).toHaveBeenCalledTimes(4);
  });

  it('asks for no token where anybody may read', async () => {
    const fetched = vi.fn(async () => answered(401, {}));
    vi.stubGlobal('fetch', fetched);
    const around = surroundings([]);
    await expect(apiOf(around).call('getSite', {})).rejects.toThrow(RefusedError);
    expect(around.token).not.toHaveBeenCalled();
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});
