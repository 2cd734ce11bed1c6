import { useFields } from './use-fields.ts';

/** Whether anything below one of some paths was refused. */
export const useErrorIn = (paths: readonly string[]): boolean => {
  const { refused } = useFields();
  return refused.some((path) => paths.some((one) => path === one || path.startsWith(`${one}.`)));
};
