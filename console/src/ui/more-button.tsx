import { useCommon } from '../console-context.ts';

interface MoreButtonProps {
  /** A list that comes page by page. */
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
  /** The list begins with what is newest: further pages go back in time. */
  readonly goesBack?: boolean;
}

/** Fetches the next page of a list, where there is one. */
export const MoreButton = ({ list, goesBack = false }: MoreButtonProps) => {
  const { words } = useCommon();
  if (!list.hasNextPage) return null;
  return (
    <button type="button" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {goesBack ? words.older : words.more}
    </button>
  );
};
