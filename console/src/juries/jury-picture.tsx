import type { ListedWork } from './use-jury-works.ts';

type Picture = NonNullable<ListedWork['image']>;

interface JuryPictureProps {
  readonly picture: Picture;
  readonly alt: string;
  /** How wide it is shown, as `sizes` of HTML has it: the browser chooses the file by it. */
  readonly sizes: string;
  readonly isLazy?: boolean;
  /** Its address has ended, or there is no connection. */
  readonly onError?: () => void;
}

const typeOrder = ['image/avif', 'image/webp'] as const;

/** The picture of a work, in the form and size that the browser likes best. */
export const JuryPicture = ({ picture, alt, sizes, isLazy = false, onError }: JuryPictureProps) => {
  const { renditions } = picture;
  const setOf = (type: (typeof renditions)[number]['type']) =>
    renditions
      .filter((one) => one.type === type)
      .map(({ url, width }) => `${url} ${width}w`)
      .join(', ');
  const jpegs = renditions.filter(({ type }) => type === 'image/jpeg');
  const largest = jpegs.at(-1);
  return (
    <picture>
      {typeOrder.map((type) => (
        <source key={type} type={type} srcSet={setOf(type)} sizes={sizes} />
      ))}
      <img
        src={jpegs[0]?.url}
        srcSet={setOf('image/jpeg')}
        alt={alt}
        {...{ sizes, onError }}
        width={largest?.width}
        height={largest?.height}
        loading={isLazy ? 'lazy' : 'eager'}
        draggable={false}
      />
    </picture>
  );
};
