/** Calls a handler with an event, once, in this process: `node call.ts <bundle> <event>`. Prints what it took. */
import { spent } from './spent.ts';

const [entry = '', event = ''] = process.argv.slice(2);
const { handler } = await import(entry);
console.log(JSON.stringify(await spent(() => handler(JSON.parse(event), { getRemainingTimeInMillis: () => 300_000 }))));
// Connections that are kept would hold the process.
process.exit(0);
