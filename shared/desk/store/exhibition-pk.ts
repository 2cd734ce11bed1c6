/** The partition that holds an exhibition and everything that belongs to it. */
export const exhibitionPk = (id: string): string => `EXHIBITION#${id}`;
