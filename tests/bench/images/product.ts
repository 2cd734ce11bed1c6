import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { type Cloud, startCloud } from '@sergi/emulator/cloud.ts';
import { synthesize } from '../../../tools/local/synth.ts';
import { type Staff, staffOf } from './staff.ts';

/** The product on an embedded cloud of its own, with the folder in which it lies, and calls to its staff API. */
export interface Product extends Staff {
  readonly cloud: Cloud;
  readonly folder: string;
  stop(): Promise<void>;
}

/** Starts the product; what fails is received again after an hour, if ever, or after as many milliseconds as are given. */
export const startProduct = async (redeliveryDelay = 3_600_000): Promise<Product> => {
  const folder = mkdtempSync(`${tmpdir()}/sergi-bench-`);
  await synthesize(`${folder}/cdk.out`);
  const cloud = await startCloud({ assembly: `${folder}/cdk.out`, redeliveryDelay });
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
