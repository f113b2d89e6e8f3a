// Answers the one message of worker.html with what `measure` found, or with what went wrong.
export function answer_with(measure) {
  self.onmessage = async ({ data }) => {
    try {
      self.postMessage(await measure(data));
    } catch (error) {
      self.postMessage({ error: `${error?.stack ?? error}` });
    }
  };
}

/** @param {number[]} values */
export function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
