/** What we use of it; the package brings no types. */
declare module 'subset-font' {
  /**
   * @param font a whole typeface, in any of the usual formats
   * @param text what it has to be able to set
   */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'woff2';
      readonly variationAxes: Readonly<
        Record<string, { readonly min: number; readonly max: number }>
      >;
    },
  ): Promise<Uint8Array>;
}
