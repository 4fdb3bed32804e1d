// Slices of the program's jobs (reading digests), asked for one at a time. Messages instead of timers: browsers clamp
// nested timers to 4 ms, and in hidden tabs to a second.
'use strict';

{
  const channel = new MessageChannel();

  channel.port1.onmessage = () => pd.call('slice');

  pd.hooks.scheduleSlice = () => channel.port2.postMessage(0);
}
