// Mouse, wheel and touch on the controls of the mirror are passed on to the canvas under them, where alone SDL listens:
// hovering a control hovers what is drawn there, wheel and drags scroll the list. Clicks are not: those the mirror
// answers itself (mirror.js), and a second press on the canvas would do everything twice.
'use strict';

{
  const kSlop_px = 8;   // how far a finger may move and still be a tap
  const kPageShare = 0.875;  // of the window's height, for a wheel that turns by pages
  const kTouchTypes = ['touchmove', 'touchend', 'touchcancel'];
  const app = document.getElementById('app');
  const canvas = document.getElementById('canvas');
  const mirror = document.getElementById('mirror');

  const isInMirror = (node) => node instanceof Node && mirror.contains(node);

  // ---- Mouse

  // What a browser makes out of a touch is left out: the finger hovers nothing.
  mirror.addEventListener('pointermove', (event) => {
    if (event.pointerType !== 'touch') canvas.dispatchEvent(new MouseEvent('mousemove', event));
  });

  // From the canvas onto one of its controls the pointer has not left what is drawn.
  canvas.addEventListener('mouseleave', (event) => {
    if (isInMirror(event.relatedTarget)) event.stopImmediatePropagation();
  }, { capture: true });

  app.addEventListener('mouseleave', (event) => {
    canvas.dispatchEvent(new MouseEvent('mouseleave', { clientX: event.clientX, clientY: event.clientY }));
  });

  // The canvas takes no focus itself, and SDL suppresses the default of a touch that would take it from the field.
  canvas.addEventListener('pointerdown', () => {
    if (isInMirror(document.activeElement)) document.activeElement.blur();
  });

  // ---- Wheel

  // With Ctrl (and a pinch on a touch pad, which comes as that) the browser zooms. SDL takes px one to one and three
  // lines for 100 px; of a page it makes 8,000 px, so that becomes px here: as far as browsers scroll for one.
  app.addEventListener('wheel', (event) => {
    if (event.ctrlKey) event.stopImmediatePropagation();
    if (event.ctrlKey || event.deltaMode !== WheelEvent.DOM_DELTA_PAGE) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    const { clientX, clientY, deltaX, deltaY } = event;
    const page_px = kPageShare * canvas.clientHeight;
    canvas.dispatchEvent(new WheelEvent('wheel', { clientX, clientY, deltaX: deltaX * page_px, deltaY: deltaY * page_px, cancelable: true }));
  }, { capture: true, passive: false });

  const isInLines = (event) => event.target.tagName === 'TEXTAREA';  // which scroll themselves

  mirror.addEventListener('wheel', (event) => {
    if (isInLines(event)) return;
    const taken = !canvas.dispatchEvent(new WheelEvent('wheel', event));
    if (taken) event.preventDefault();
  }, { passive: false });

  // ---- Touch

  // SDL gets one finger at a time, as copies of the browser's events: so a second finger can zoom the page (SDL would
  // suppress that), and a finger that began on a control can become a drag of the list.
  let touch = null;   // {identifier, target, last: Touch, isDrag: the canvas was told of it}

  function tellCanvas(type, point) {
    const there = type === 'touchstart' || type === 'touchmove' ? [point] : [];
    canvas.dispatchEvent(new TouchEvent(type,
      { cancelable: true, touches: there, targetTouches: there, changedTouches: [point] }));
  }

  // SDL takes a cancelled touch for one that was lifted: away from what it pressed, so that it is no tap.
  function asideOf(point) {
    return new Touch({ identifier: point.identifier, target: canvas, clientX: -1, clientY: point.clientY });
  }

  function startDrag() {
    touch.isDrag = true;
    tellCanvas('touchstart', touch.last);
  }

  function endTouch(type, point) {
    const { target, isDrag } = touch;
    for (const name of kTouchTypes) target.removeEventListener(name, handleTouch);
    touch = null;
    if (isDrag && type === 'touchcancel') tellCanvas('touchmove', asideOf(point));
    if (isDrag) tellCanvas(type, point);
  }

  function beginTouch(event) {
    if (touch) endTouch('touchcancel', touch.last);
    if (event.touches.length > 1) return;
    const [point] = event.changedTouches;
    touch = { identifier: point.identifier, target: event.target, last: point, isDrag: false };
    if (event.target === canvas) startDrag();
  }

  // On a control it is told only once it is a drag, from where the finger went down: a tap stays a click there.
  function moveTouch(event, point) {
    const { clientX, clientY } = touch.last;
    if (!touch.isDrag && Math.hypot(point.clientX - clientX, point.clientY - clientY) < kSlop_px) return;
    if (!touch.isDrag) startDrag();
    if (event.cancelable) event.preventDefault();
    touch.last = point;
    tellCanvas('touchmove', point);
  }

  // preventDefault at the end keeps the browser from making mouse events and a click out of it.
  function liftTouch(event, point) {
    if (touch.isDrag && event.cancelable) event.preventDefault();
    endTouch(event.type, point);
  }

  function handleTouch(event) {
    if (event.type === 'touchstart') {
      beginTouch(event);
      return;
    }
    const point = touch && Array.from(event.changedTouches).find(({ identifier }) => identifier === touch.identifier);
    if (!point) return;
    if (event.type === 'touchmove') moveTouch(event, point);
    else liftTouch(event, point);
  }

  for (const type of ['touchstart', ...kTouchTypes]) {
    app.addEventListener(type, (event) => {
      if (!event.isTrusted || event.target !== canvas) return;
      event.stopPropagation();
      handleTouch(event);
    }, { capture: true, passive: false });
  }

  // Listened to on the control itself: when it scrolls out of view and leaves the mirror, the rest of its touch still
  // comes there, and nowhere else.
  mirror.addEventListener('touchstart', (event) => {
    if (isInLines(event)) return;
    handleTouch(event);
    if (!touch) return;
    for (const type of kTouchTypes) event.target.addEventListener(type, handleTouch, { passive: false });
  }, { passive: true });
}
