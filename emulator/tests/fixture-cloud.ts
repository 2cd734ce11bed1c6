import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { type Cloud, type CloudOptions, startCloud } from '../src/cloud.ts';

export const assembly = fileURLToPath(new URL('./fixture', import.meta.url));

/** Runs the fixture for the tests of a file. */
export const useCloud = (options: Partial<CloudOptions> = {}): (() => Cloud) => {
  let cloud: Cloud | undefined;
  beforeAll(async () => {
    cloud = await startCloud({ assembly, redeliveryDelay: 20, ...options });
  });
  afterAll(() => cloud?.stop());
  return () => {
    if (!cloud) throw new Error('The cloud has not started');
    return cloud;
  };
};

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Lets the function behind the API do something with its own permissions. */
export const command = async (cloud: Cloud, name: string, values: object = {}): Promise<Answer> => {
  const response = await fetch(`${cloud.apiUrl}/do`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ command: name, ...values }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
