/** `npm start`: runs `serve.ts`, after it has told glibc to give memory back. */

/**
 * Each thread of glibc keeps an arena of memory of its own, and what functions and libvips have freed stays there: with two for all, Sergi
 * rests in two thirds of the memory. The variable must be there when a process starts, so this one starts anew in its place.
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
