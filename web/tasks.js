// What the page still works at, for paperdeck.settled(): it waits for tasks of ours and for the program itself.
'use strict';

{
  let tasks = 0;
  let waiting = [];

  const isBusy = () => !pd.module || tasks > 0 || pd.call('busy') !== 0;

  function release() {
    if (pd.stopped || isBusy()) return;
    const resolvers = waiting;
    waiting = [];
    for (const { resolve } of resolvers) resolve();
  }

  // Not within the program's own call, which may still change what it shows.
  const releaseSoon = () => queueMicrotask(release);

  // Counts the work of `promise` as under way. Tasks tell their own errors; one that gets here is a bug.
  pd.task = (promise) => {
    tasks += 1;
    promise.finally(() => {
      tasks -= 1;
      releaseSoon();
    });
  };

  pd.settled = () => new Promise((resolve, reject) => {
    if (pd.stopped) reject(pd.stopped);
    waiting.push({ resolve, reject });
    releaseSoon();
  });

  pd.stop = (error) => {
    pd.stopped = error;
    pd.rejectReady(error);
    for (const { reject } of waiting) reject(error);
    waiting = [];
  };

  pd.hooks.idle = releaseSoon;
}
