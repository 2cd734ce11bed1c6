/** Calls a handler once, and tells the milliseconds of its import and those from the start of the process to the answer. */
const { entry, event } = JSON.parse(process.argv[2] ?? '');
const start = performance.now();
const { handler } = await import(entry);
const imported = performance.now();
const answer = await handler(event, { awsRequestId: 'bench' });
const total = performance.now();
const { length } = answer.Items ?? JSON.parse(answer.body).items;
if (length !== 20) throw new Error(`${length} items from ${entry}`);
process.stdout.write(JSON.stringify({ total, import: imported - start, call: total - imported }));
process.exit();
