import { useCommon } from '../console-context.ts';
import { ActButton } from './act-button.tsx';

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
    <ActButton isOff={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {goesBack ? words.older : words.more}
    </ActButton>
  );
};
