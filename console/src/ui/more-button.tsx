import { useEffect, useRef, useState } from 'react';
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
  const [wasPressed, setPressed] = useState(false);
  const end = useRef<HTMLSpanElement>(null);
  const { hasNextPage } = list;
  useEffect(() => {
    // With the last page the button goes, and the focus that it had.
    if (!hasNextPage && document.activeElement === document.body) end.current?.focus();
  }, [hasNextPage]);
  if (!hasNextPage)
    return (
      wasPressed && (
        <span ref={end} tabIndex={-1} className="quiet">
          {words.noMore}
        </span>
      )
    );
  const fetchMore = () => {
    setPressed(true);
    void list.fetchNextPage();
  };
  return (
    <ActButton isOff={list.isFetchingNextPage} onClick={fetchMore}>
      {goesBack ? words.older : words.more}
    </ActButton>
  );
};
