import { ExhibitionFrame } from '../exhibitions/exhibition-frame.tsx';
import { Selection } from './selection.tsx';

/** Which works of an exhibition are shown, and in which order. */
export const SelectionPage = ({ id }: { id: string }) => (
  <ExhibitionFrame id={id}>
    {(exhibition, changed) => <Selection exhibition={exhibition} changed={changed} />}
  </ExhibitionFrame>
);
