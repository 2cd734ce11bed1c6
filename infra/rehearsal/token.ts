/** Prints a staff token of the running rehearsal and nothing else: `node infra/rehearsal/token.ts --role editor`. */
import { parseArgs } from 'node:util';
import { roles } from '../../shared/domain/role.ts';
import { signIn } from './staff.ts';

const { role: wanted } = parseArgs({ options: { role: { type: 'string', default: 'editor' } } }).values;
const role = roles.find((known) => known === wanted);
if (!role) throw new Error(`--role is one of ${roles.join(', ')}.`);
console.log(await signIn(role));
