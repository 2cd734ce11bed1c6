/** `npm run client`: makes the package that a frontend installs, and prints where it is. */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packClient } from './client/pack.ts';

const folder = join(import.meta.dirname, '..', '.sergi', 'client');
mkdirSync(folder, { recursive: true });
console.log(`client: ${relative(process.cwd(), packClient(folder))}`);
