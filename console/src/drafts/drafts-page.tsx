import { useWords } from '../console-context.ts';
import { UnsavedDrafts } from './unsaved-drafts.tsx';
import { useDrafts } from './use-drafts.ts';
import { draftWords } from './words.ts';

/** What the person has written on this device and not saved. */
export const DraftsPage = () => {
  const words = useWords(draftWords);
  const isEmpty = useDrafts().length === 0;
  if (!isEmpty) return <UnsavedDrafts heading="h1" />;
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.none}</p>
    </>
  );
};
