import * as v from 'valibot';

const score = v.object({
  accuracy: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  cost: v.pipe(v.number(), v.finite(), v.minValue(0)),
});

/** What a curve must be that comes from outside: it begins somewhere, goes on to the right, and all its numbers are numbers. */
export const pointsSchema = v.pipe(
  v.array(
    v.object({
      at: v.pipe(v.number(), v.finite(), v.minValue(0)),
      seconds: v.pipe(v.number(), v.finite(), v.minValue(0)),
      test: score,
      seen: score,
      recall: v.pipe(v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(1))), v.maxLength(10)),
    }),
  ),
  v.minLength(1),
  v.maxLength(1001),
  v.check((points) => points.every(({ at }, i) => i === 0 || at > points[i - 1].at)),
);
