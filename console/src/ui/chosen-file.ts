/** A file that was chosen, with its way below what was chosen: `archive/images/a.jpg`. */
export interface ChosenFile {
  readonly path: string;
  readonly file: File;
}
