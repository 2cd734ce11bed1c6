/** Bytes of one request: the API reads a megabyte. */
const batchBytes = 900_000;

const encoder = new TextEncoder();

/**
 * The room of a request: says of each text in turn whether it goes into it with those before, at most `most`. A first
 * one always does.
 */
export const requestRoom = (most: number): ((text: string) => boolean) => {
  let [count, bytes] = [0, 0];
  return (text) => {
    const size = encoder.encode(text).length + 1;
    if (count > 0 && (count >= most || bytes + size > batchBytes)) return false;
    count += 1;
    bytes += size;
    return true;
  };
};

/** The first of some things that are sent in one request: as many as it has room for. */
export const requestBatch = <T>(things: readonly T[], most: number, textOf: (thing: T) => string): readonly T[] => {
  const hasRoom = requestRoom(most);
  const end = things.findIndex((thing) => !hasRoom(textOf(thing)));
  return end === -1 ? things : things.slice(0, end);
};
