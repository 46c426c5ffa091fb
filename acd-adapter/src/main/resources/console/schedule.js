// When work is done: at most once a frame, or once a second. Owns no data.

/** Asked any number of times, it works once, before the next picture. */
export function eachFrame(work) {
  let asked = false;
  return () => {
    if (!asked) {
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        work();
      });
    }
  };
}

/** Works every second until what it returns is called. */
export function everySecond(work) {
  const timer = setInterval(work, 1000);
  return () => clearInterval(timer);
}

/** One clean-up of many. */
export function allOf(...cleanUps) {
  return () => cleanUps.forEach(cleanUp => cleanUp());
}
