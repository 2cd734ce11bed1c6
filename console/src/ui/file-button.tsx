interface FileButtonProps {
  readonly label: string;
  readonly accept: string;
  readonly onChosen: (files: readonly File[]) => void;
}

/**
 * A button that lets people choose files of this device, in the words of the console: the browser's own speaks the
 * browser's language.
 */
export const FileButton = ({ label, accept, onChosen }: FileButtonProps) => (
  <label className="button file">
    {label}
    <input
      type="file"
      multiple
      accept={accept}
      onChange={({ target }) => {
        onChosen([...(target.files ?? [])]);
        target.value = '';
      }}
    />
  </label>
);
