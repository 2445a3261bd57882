/**
 * Up to eight vectors, 32 numbers, one after the other: as many as stay in registers beside what they are multiplied with. Where
 * code takes a `width`, the vectors it works on, that is a constant of the call, 1, 2, 4 or 8, and each gets code of its own.
 */
@unmanaged
export class Block {
  v0: v128;
  v1: v128;
  v2: v128;
  v3: v128;
  v4: v128;
  v5: v128;
  v6: v128;
  v7: v128;
}
