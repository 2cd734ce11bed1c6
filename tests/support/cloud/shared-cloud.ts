import { type Cloud, type CloudOptions, type CloudSettings, startCloud } from '@sergi/emulator/cloud.ts';
import type { Log } from '@sergi/emulator/lambda/lambda.ts';
import { inject } from 'vitest';
import { type CloudInProcess, startCloudInProcess } from './cloud-in-process.ts';

/** What the clouds of tests have in common. */
export const cloudOfTests: Omit<CloudOptions, 'assembly'> = {
  redeliveryDelay: 200,
  longestBatchingWindow: 200,
  // Tests say themselves when a minute is over.
  schedulesByHand: true,
  // Receivers of webhooks run on this machine.
  environment: { WEBHOOK_LOOPBACK: 'allowed' },
};

let running: Promise<Cloud> | undefined;

const start = async (): Promise<Cloud> => {
  const cloud = await startCloud({ assembly: inject('assembly'), ...cloudOfTests });
  // Vitest ends its processes by this signal, and says nothing before.
  process.once('SIGTERM', () => cloud.stop().finally(() => process.exit()));
  return cloud;
};

/**
 * The cloud of this process, emptied: one test file after the other has it. To start one takes half a second, and its
 * functions as long again for each that is called. `settings` hold for this file.
 */
export const sharedCloud = async (log?: Log, settings?: CloudSettings): Promise<Cloud> => {
  running ??= start();
  const cloud = await running;
  await cloud.reset(log, settings);
  return cloud;
};

let inProcess: Promise<CloudInProcess> | undefined;

/** The cloud of this process whose functions run in it, emptied. */
export const sharedCloudInProcess = async (log?: Log): Promise<CloudInProcess> => {
  inProcess ??= startInProcess();
  const cloud = await inProcess;
  await cloud.reset(log);
  return cloud;
};

const startInProcess = async (): Promise<CloudInProcess> => {
  const cloud = await startCloudInProcess({
    assembly: inject('assembly'),
    ...cloudOfTests,
    redeliveryDelay: 20,
  });
  process.once('SIGTERM', () => cloud.stop().finally(() => process.exit()));
  return cloud;
};
