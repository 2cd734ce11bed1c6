/** Prints a staff token of the running rehearsal and nothing else: `node infra/rehearsal/token.ts --role editor`. */
import { parseArgs } from 'node:util';
import { groups } from '../../shared/model/staff/role.ts';
import { signIn } from './staff.ts';

const { role: wanted, use } = parseArgs({
  options: { role: { type: 'string', default: 'editor' }, use: { type: 'string', default: 'access' } },
}).values;
const role = groups.find((known) => known === wanted);
if (!role) throw new Error(`--role is one of ${groups.join(', ')}.`);
if (use !== 'access' && use !== 'id') throw new Error('--use is access or id.');
console.log(await signIn(role, use));
