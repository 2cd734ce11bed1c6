import { useCallback } from 'react';
import { useStable } from './use-stable.ts';

interface FileButtonProps {
  readonly label: string;
  readonly accept: string;
  readonly onChosen: (files: readonly File[]) => void;
}

/**
 * A button that lets people choose files of this device, in the words of the console: the browser's own speaks the
 * browser's language.
 */
export const FileButton = ({ label, accept, onChosen }: FileButtonProps) => {
  const chosen = useStable(onChosen);
  // React hears nothing of what has left the page, as the fields of something new do when its first save has made a
  // page of its own: the person may be choosing files meanwhile.
  const listen = useCallback(
    (input: HTMLInputElement | null) =>
      input?.addEventListener('change', () => {
        chosen([...(input.files ?? [])]);
        input.value = '';
      }),
    [chosen],
  );
  return (
    <label className="button file">
      {label}
      <input type="file" multiple accept={accept} ref={listen} />
    </label>
  );
};
