/** Opens an installed package. */
export type Require = (name: string) => unknown;
