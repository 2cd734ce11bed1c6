import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cloud } from '@sergi/emulator/cloud.ts';

const folder = join(import.meta.dirname, '../../..', '.sergi', 'grants');

type Grants = ReturnType<Cloud['unusedGrants']>;

/** Which grants of the template no call has used, across every cloud that the tests have run. */
export const grantsLog = {
  /** Forgets earlier runs. */
  clear: (): void => rmSync(folder, { recursive: true, force: true }),

  /** Notes what a cloud that is about to stop has not used. */
  write: (name: string, cloud: Cloud): void => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(cloud.unusedGrants()));
  },

  /** The grants that every cloud has left unused. */
  unused: (): string[] => {
    const sets = readdirSync(folder).map((file) => {
      const grants: Grants = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return new Set(grants.map(({ role, action, resource }) => `${role} ${action} ${resource}`));
    });
    const [first = new Set<string>(), ...rest] = sets;
    return [...first].filter((grant) => rest.every((set) => set.has(grant))).sort();
  },
};
