// What C++ calls in the page: the --js-library that Emscripten links in (declared in src/platform/web_bridge.h).
// Each function only passes its numbers on to the hook of the same meaning, which boot.js hands over as Module.pd;
// the hooks live in the other files of this folder. Strings come as pointers to UTF-8 ended by a NUL.
mergeInto(LibraryManager.library, {
  pd_js_fetch: function (request, url) { Module.pd.fetch(request, url); },
  pd_js_schedule_slice: function () { Module.pd.scheduleSlice(); },
  pd_js_mirror: function (records, count) { Module.pd.mirror(records, count); },
  pd_js_open_url: function (url) { Module.pd.openUrl(url); },
  pd_js_keep: function (name) { Module.pd.keep(name); },
  pd_js_drop: function (name) { Module.pd.drop(name); },
  pd_js_forget: function (name) { Module.pd.forget(name); },
  pd_js_save_setting: function (name, value) { Module.pd.saveSetting(name, value); },
  pd_js_load_setting: function (name, out, capacity) { return Module.pd.loadSetting(name, out, capacity); },
  pd_js_show_place: function (address, before, change) { Module.pd.showPlace(address, before, change); },
  pd_js_pick_files: function () { Module.pd.pickFiles(); },
  pd_js_theme: function (dark) { Module.pd.theme(dark); },
  pd_js_reload: function () { Module.pd.reload(); },
  pd_js_shown: function () { Module.pd.shown(); },
  pd_js_idle: function () { Module.pd.idle(); },
  pd_js_focus_search: function () { Module.pd.focusSearch(); },
  pd_js_vibrate: function () { Module.pd.vibrate(); },
  pd_js_copy: function (text) { Module.pd.copy(text); },
  pd_js_glyph_measure: function (codePoint, style, size_px, out) { return Module.pd.glyphMeasure(codePoint, style, size_px, out); },
  pd_js_glyph_draw: function (codePoint, style, size_px, left, top, width, height, out) {
    return Module.pd.glyphDraw(codePoint, style, size_px, left, top, width, height, out);
  },
});
