/**
 * The message that asks the counter of views to look at the count of something again: a view that stands for no reader.
 * An earlier release does not know it.
 */
export const recount = (id: string): string => `${id} 0`;
