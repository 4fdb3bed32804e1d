// The canvas's GL context: made early, spared questions that would make each frame wait for the GPU, and given back by
// the browser after it took it away (a driver restarts, a laptop wakes).
'use strict';

{
  const canvas = document.getElementById('canvas');

  // Dear ImGui asks for these before each frame, to restore them after it. Each question waits until the GPU has done
  // all that it was told (with a software GPU: the whole last frame). Nobody else draws into this context, so what was
  // there the first time will do.
  const kRestored = ['ACTIVE_TEXTURE', 'CURRENT_PROGRAM', 'TEXTURE_BINDING_2D', 'SAMPLER_BINDING', 'ARRAY_BUFFER_BINDING',
    'VERTEX_ARRAY_BINDING', 'PIXEL_UNPACK_BUFFER_BINDING', 'VIEWPORT', 'SCISSOR_BOX', 'BLEND_SRC_RGB', 'BLEND_DST_RGB',
    'BLEND_SRC_ALPHA', 'BLEND_DST_ALPHA', 'BLEND_EQUATION_RGB', 'BLEND_EQUATION_ALPHA'];

  function answerFromMemory(context) {
    const ask = context.getParameter.bind(context);
    const restored = new Set(kRestored.map((name) => context[name]));
    const answers = new Map();
    context.getParameter = (parameter) => {
      if (!restored.has(parameter) || context.isContextLost()) return ask(parameter);
      if (!answers.has(parameter)) answers.set(parameter, ask(parameter));
      return answers.get(parameter);
    };
  }

  // False where the browser has no WebGL 2. The canvas keeps its first context and its attributes, so this is also the
  // one that SDL gets: made while the WebAssembly is on its way. Dear ImGui needs neither depth nor stencil, and smooths
  // its own edges.
  pd.makeContext = () => {
    // At its final size, because changing it costs as much again.
    canvas.width = Math.round(canvas.clientWidth * window.devicePixelRatio);
    canvas.height = Math.round(canvas.clientHeight * window.devicePixelRatio);
    const context = canvas.getContext('webgl2',
      { alpha: false, depth: false, stencil: false, antialias: false, powerPreference: 'low-power' });
    if (context) answerFromMemory(context);
    return Boolean(context);
  };

  // Without preventDefault the context would never come back.
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    pd.call('gl_lost');
  });
  canvas.addEventListener('webglcontextrestored', () => pd.call('gl_restored'));
}
