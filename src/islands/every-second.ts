/** Calls again and again, once a second, until what it returns is called. */
export function everySecond(call: () => void): () => void {
  const timer = setInterval(call, 1000);
  return () => clearInterval(timer);
}
