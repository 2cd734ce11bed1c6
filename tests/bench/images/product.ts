import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { type Cloud, type CloudOptions, startCloud } from '@sergi/emulator/cloud.ts';
import { synthesize } from '../../../tools/local/synth.ts';
import { type Staff, staffOf } from './staff.ts';

/** The product on an embedded cloud of its own, with the folder in which it lies, and calls to its staff API. */
export interface Product extends Staff {
  readonly cloud: Cloud;
  readonly folder: string;
  stop(): Promise<void>;
}

/** Starts the product; what fails is received again after an hour, if ever, where no other time is given. */
export const startProduct = async (
  options: Pick<CloudOptions, 'redeliveryDelay' | 'schedulesByHand'> = {},
): Promise<Product> => {
  const folder = mkdtempSync(`${tmpdir()}/sergi-bench-`);
  await synthesize(`${folder}/cdk.out`);
  const cloud = await startCloud({ assembly: `${folder}/cdk.out`, redeliveryDelay: 3_600_000, ...options });
  return {
    cloud,
    folder,
    ...(await staffOf(cloud)),
    stop: async () => {
      await cloud.stop();
      rmSync(folder, { recursive: true });
    },
  };
};
