// The browser's history: the query and the open paper stand in the address (?q=…&paper=…), Back and Forward go between
// them, and a reload comes back to the same place. What else is known of a place is kept with its entry, as `session`.
'use strict';

{
  const kRun_ms = 1000;     // typing that pauses for longer has come to an end
  const kQuiet_ms = 300;
  // Browsers allow only so many changes in a time, the strictest 100 in 30 s: beyond these a change waits for quiet.
  const kMostAtOnce = 40;
  const kAtOnceIn_ms = 30000;
  const kLostBack_ms = 1000;
  const [kInPlace, kTyped, kOpenedPaper, kClosedPaper] = [0, 1, 2, 3];

  let typed_ms = -Infinity;
  let waiting = 0;           // timer of a change that is not written yet
  let waitingAddress = null;
  let atOnce_ms = [];        // when the last changes were written at once
  let onOwnBack = null;      // resolves when the Back that the program itself asked for has come

  const state = () => history.state || {};

  // Parameters that are not the program's (digest=…) stay as they are.
  function urlOf(address) {
    const others = location.search.slice(1).split('&').filter((part) => part && !/^(q|paper)(=|$)/.test(part));
    const all = [...others, address].filter(Boolean).join('&');
    return `${location.pathname}${all ? `?${all}` : ''}${location.hash}`;
  }

  // A page from disk may keep no address of its own; it keeps its entries all the same.
  function write(method, entry, address) {
    try {
      history[method](entry, '', address === null ? undefined : urlOf(address));
    } catch {
      try {
        history[method](entry, '');
      } catch (error) {
        console.info(`The place could not be kept: ${error.message}`);
      }
    }
  }

  function settle(session) {
    clearTimeout(waiting);
    waiting = 0;
    if (waitingAddress !== null || state().session !== session) write('replaceState', { ...state(), session }, waitingAddress);
    waitingAddress = null;
  }

  const sessionNow = () => {
    const pointer = pd.call('session');
    return pointer ? pd.text(pointer) : state().session || '';
  };

  function settleLater() {
    clearTimeout(waiting);
    waiting = setTimeout(() => settle(sessionNow()), kQuiet_ms);
  }

  // A reload takes the address as it stands when it begins: nothing written while the page goes can reach it. So a
  // change is written at once, though not within the program's own call.
  function settleSoon() {
    const now = performance.now();
    atOnce_ms = atOnce_ms.filter((time) => now - time < kAtOnceIn_ms);
    if (atOnce_ms.length >= kMostAtOnce) {
      settleLater();
      return;
    }
    atOnce_ms.push(now);
    queueMicrotask(() => settle(sessionNow()));
  }

  function push(before, entry, address) {
    settle(before);
    write('pushState', { session: '', ...entry }, address);
  }

  // Back to the entry that opening the paper left, so that opening and closing leave no trail.
  function leavePaper() {
    pd.task(new Promise((resolve) => {
      onOwnBack = resolve;
      setTimeout(resolve, kLostBack_ms);
      history.back();
    }));
  }

  pd.hooks.showPlace = (addressPointer, beforePointer, change) => {
    const address = pd.text(addressPointer);
    const before = pd.text(beforePointer);
    const isNewRun = performance.now() - typed_ms > kRun_ms;
    if (change === kTyped) typed_ms = performance.now();
    if (change === kOpenedPaper) push(before, { isPaper: true }, address);
    else if (change === kTyped && isNewRun) push(before, {}, address);
    else if (change === kClosedPaper && state().isPaper) leavePaper();
    else {
      waitingAddress = address;
      settleSoon();
    }
    if (change !== kTyped && change !== kInPlace) typed_ms = -Infinity;
  };

  window.addEventListener('popstate', () => {
    clearTimeout(waiting);
    waitingAddress = null;
    typed_ms = -Infinity;
    if (onOwnBack) {
      onOwnBack();
      onOwnBack = null;
      return;
    }
    pd.call('go', location.search, state().session || '');
  });

  // The place changes by scrolling too: it is noted when the program comes to rest, and when the page is left.
  const { idle } = pd.hooks;
  pd.hooks.idle = () => {
    idle();
    if (!waiting) settleLater();
  };
  window.addEventListener('pagehide', () => settle(sessionNow()));

  pd.startHistory = () => {
    history.scrollRestoration = 'manual';
    pd.call('go', location.search, state().session || '');
  };
}
