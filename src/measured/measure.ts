/** Works a number of the prose out, as the prose writes it. */
export type Measure = () => string | Promise<string>;
