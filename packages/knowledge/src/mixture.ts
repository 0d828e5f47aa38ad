/** Something sparse: the numbers of its terms and what each weighs. */
export interface Vector { terms: Uint32Array; weights: Float64Array }

const ROUNDS = 60;
/** A rest of this share is as good as none: shares of one in a hundred change no order. */
const EXACT = 1e-2;

/**
 * How much of each vector is in a mixture that is as like to them as given (kernel ridge regression): solves (V Vᵀ + doubt) x =
 * likeness by conjugate gradients. The likeness of the vectors to each other is never written down, only what the sparse vectors say.
 * @param scratch room for one number a term, all 0
 */
export function mixtureOf(vectors: readonly Vector[], likeness: readonly number[], doubt: number, scratch: Float64Array): Float64Array {
  const n = vectors.length;
  const x = new Float64Array(n);
  const rest = Float64Array.from(likeness);
  const way = rest.slice();
  const moved = new Float64Array(n);
  let size = dot(rest, rest);
  const enough = size * EXACT * EXACT;
  for (let round = 0; round < ROUNDS && size > enough; round++) {
    times(vectors, way, doubt, scratch, moved);
    const step = size / dot(way, moved);
    for (let i = 0; i < n; i++) {
      x[i]! += step * way[i]!;
      rest[i]! -= step * moved[i]!;
    }
    const left = dot(rest, rest);
    for (let i = 0; i < n; i++) way[i] = rest[i]! + (left / size) * way[i]!;
    size = left;
  }
  return x;
}

/** (V Vᵀ + doubt) x */
function times(vectors: readonly Vector[], x: Float64Array, doubt: number, scratch: Float64Array, into: Float64Array): void {
  for (let i = 0; i < vectors.length; i++) {
    const { terms, weights } = vectors[i]!;
    for (let t = 0; t < terms.length; t++) scratch[terms[t]!]! += x[i]! * weights[t]!;
  }
  for (let i = 0; i < vectors.length; i++) {
    const { terms, weights } = vectors[i]!;
    let sum = doubt * x[i]!;
    for (let t = 0; t < terms.length; t++) sum += weights[t]! * scratch[terms[t]!]!;
    into[i] = sum;
  }
  for (const { terms } of vectors) for (let t = 0; t < terms.length; t++) scratch[terms[t]!] = 0;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
