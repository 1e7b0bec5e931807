/** Wraps `make` so that it runs on the first call only; every call returns the same object. */
export function once<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
