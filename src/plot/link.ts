/** A line between two neurons of neighbouring layers of lamps. */
export interface Link {
  /** The layer it starts from: 0 for the first hidden one. */
  readonly layer: number;
  readonly from: number;
  readonly to: number;
  /** From -1 to 1: its sign and how much it weighs beside the others. */
  readonly value: number;
  /** How much the picture is about it, from 0 to 1: the rest is drawn faintly. */
  readonly emphasis: number;
}
