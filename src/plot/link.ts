/** A line between two neurons of neighbouring layers of lamps. */
export interface Link {
  /** The layer it starts from: 0 for the first hidden one. */
  readonly layer: number;
  readonly from: number;
  readonly to: number;
  /** From -1 to 1: its sign and how much it weighs beside the others. */
  readonly value: number;
  /** Drawn faintly: not what the picture is about. */
  readonly isQuiet: boolean;
}
