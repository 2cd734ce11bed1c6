/** `npm start`: runs `serve.ts` with a setting that makes glibc return memory. */

/**
 * Each thread of glibc has a memory arena of its own, which keeps what functions and libvips have freed. With two
 * arenas in all, Sergi at rest needs two thirds of the memory. The variable must be set when a process starts, so this
 * one starts a new one in its place.
 */
const limitArenas = (): void => {
  const { MALLOC_ARENA_MAX } = process.env;
  if (process.platform !== 'linux' || MALLOC_ARENA_MAX !== undefined) return;
  const command = [process.execPath, '--disable-warning=ExperimentalWarning', ...process.argv.slice(1)];
  process.execve?.(process.execPath, command, { ...process.env, MALLOC_ARENA_MAX: '2' });
};

limitArenas();
await import('./serve.ts');

export {};
