import { ExhibitionFrame } from '../exhibitions/exhibition-frame.tsx';
import { Hall } from './hall.tsx';

/** What is printed for the hall of an exhibition. */
export const HallPage = ({ id }: { id: string }) => (
  <ExhibitionFrame id={id}>{(exhibition) => <Hall exhibition={exhibition} />}</ExhibitionFrame>
);
