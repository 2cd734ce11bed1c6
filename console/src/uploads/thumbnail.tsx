import { useQuery } from '@tanstack/react-query';
import { useConsole } from '../console-context.ts';

/** A small form of an uploaded picture, by a signed address. */
export const Thumbnail = ({ uploadId, alt }: { uploadId: string; alt: string }) => {
  const { api } = useConsole();
  const { data } = useQuery({
    queryKey: ['upload', uploadId],
    queryFn: ({ signal }) => api.call('getUpload', { params: { id: uploadId }, signal }),
    // The addresses of renditions are signed for some minutes.
    staleTime: 5 * 60_000,
  });
  const jpegs = data?.renditions?.filter(({ type }) => type === 'image/jpeg') ?? [];
  const [smallest] = jpegs.toSorted((one, other) => one.width - other.width);
  return smallest ? (
    <img className="thumbnail" src={smallest.url} alt={alt} width={160} />
  ) : (
    <span className="thumbnail" />
  );
};
