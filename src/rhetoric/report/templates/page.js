(function () {
  "use strict";
  var d = document, body = d.body;
  function $(s, r) { return (r || d).querySelector(s); }
  function all(s, r) { return Array.prototype.slice.call((r || d).querySelectorAll(s)); }
  function data(id) { try { return JSON.parse(d.getElementById(id).textContent); } catch (e) { return null; } }
  var notes = {}, meta = data("meta") || {}, live = d.getElementById("live"), note = d.getElementById("note");
  (data("notes") || []).forEach(function (n) { notes[n.id] = n; });
  var NAMES = { t: "Theme", m: "Metaphor", d: "Device", s: "Tone", v: "Voice" };

  function say(text) { live.textContent = ""; live.textContent = text; }
  function open(el) {
    for (var p = el; p; p = p.parentElement) if (p.tagName === "DETAILS") p.open = true;
  }
  function go(id) {
    var el = d.getElementById(id);
    if (!el) return false;
    open(el);
    if (!el.hasAttribute("tabindex") && !/^(A|BUTTON|SUMMARY)$/.test(el.tagName)) el.setAttribute("tabindex", "-1");
    el.focus({ preventScroll: true });
    el.scrollIntoView({ block: "center" });
    return true;
  }

  /* state in the fragment: #section?layers=vt&feature=theme.x&voice=y */
  var state = { at: "", layers: "vt", feature: "", voice: "" };
  function write() {
    var parts = ["layers=" + state.layers];
    if (state.feature) parts.push("feature=" + encodeURIComponent(state.feature));
    if (state.voice) parts.push("voice=" + encodeURIComponent(state.voice));
    try { history.replaceState(null, "", "#" + state.at + "?" + parts.join("&")); } catch (e) { /* a framed page has none */ }
  }
  function read() {
    var h = location.hash.slice(1), cut = h.indexOf("?");
    state.at = decodeURIComponent(cut < 0 ? h : h.slice(0, cut));
    if (cut >= 0) h.slice(cut + 1).split("&").forEach(function (pair) {
      var kv = pair.split("=");
      if (kv[0] in state) state[kv[0]] = decodeURIComponent(kv[1] || "");
    });
  }

  /* layers */
  function layers() {
    all("[data-layer]").forEach(function (b) {
      var on = state.layers.indexOf(b.dataset.layer) >= 0;
      b.setAttribute("aria-pressed", String(on));
      body.classList.toggle("on-" + b.dataset.layer, on);
    });
  }
  all("[data-layer]").forEach(function (b) {
    b.addEventListener("click", function () {
      var k = b.dataset.layer, on = state.layers.indexOf(k) >= 0;
      var others = state.layers.replace("v", "").length;
      if (!on && k !== "v" && others >= 3) { say("Three layers are on. Switch one off first."); return; }
      state.layers = on ? state.layers.replace(k, "") : state.layers + k;
      layers(); write();
      say(NAMES[k] + (on ? " off" : " on"));
    });
  });

  /* next and previous */
  var place = -1;
  function stops() {
    var s = [];
    ["t", "m", "d"].forEach(function (k) { if (state.layers.indexOf(k) >= 0) s.push("mark." + k); });
    if (state.layers.indexOf("s") >= 0) s.push(".sent.pos", ".sent.neg");
    return s.length ? all(".text").reduce(function (o, t) { return o.concat(all(s.join(","), t)); }, []) : [];
  }
  function step(by) {
    var marks = stops();
    if (!marks.length) { say("No layer is on."); return; }
    place = (place + by + marks.length) % marks.length;
    var m = marks[place], sent = m.closest(".sent");
    sent.focus({ preventScroll: true });
    sent.scrollIntoView({ block: "center" });
    var run = m.closest(".run") || $(".run", m), n = m.dataset.ids ? notes[m.dataset.ids.split(" ")[0]] : null;
    say((n ? NAMES[n.layer] + " " : "") + (place + 1) + " of " + marks.length + ": ‘" + m.textContent.slice(0, 80) + "’" +
      (n ? ", " + n.label : "") + (run ? ", voice " + run.dataset.voice : ""));
  }
  all("[data-step]").forEach(function (b) { b.addEventListener("click", function () { step(+b.dataset.step); }); });

  /* notes */
  var back = null;
  function show(mark) {
    note.textContent = "";
    mark.dataset.ids.split(" ").forEach(function (id) {
      var n = notes[id];
      if (!n) return;
      var p = d.createElement("p"), b = d.createElement("b");
      b.textContent = NAMES[n.layer] + ": " + n.label + (n.pole ? " (" + n.pole + ")" : "");
      p.appendChild(b);
      p.appendChild(d.createTextNode(" “" + n.words + "”, " + n.voice + ". Matched " + n.entry + "." +
        (n.sure !== null ? " Sure " + n.sure + "." : "") + (n.negated ? " Denied here." : "") +
        (n.repeat ? " Printed twice: not counted." : "")));
      note.appendChild(p);
    });
    var close = d.createElement("button");
    close.type = "button"; close.textContent = "Close";
    close.addEventListener("click", hide);
    note.appendChild(close);
    note.hidden = false;
    back = mark.closest(".sent");
    close.focus({ preventScroll: true });
  }
  function hide() { if (!note.hidden) { note.hidden = true; if (back) back.focus({ preventScroll: true }); } }
  d.addEventListener("click", function (e) {
    var mark = e.target.closest && e.target.closest("mark[data-ids]");
    if (mark) { show(mark); return; }
    var a = e.target.closest && e.target.closest('a[href^="#"]');
    if (a) {
      e.preventDefault();
      var id = a.getAttribute("href").slice(1);
      if (a.dataset.feature) { filter(a.dataset.feature, sides() ? "|" : ""); }
      if (go(id)) { state.at = id; write(); }
    }
  });
  d.addEventListener("keydown", function (e) {
    if (e.key === "Escape") { hide(); return; }
    var keys = d.getElementById("keys"), inside = e.target.closest && e.target.closest(".text");
    if (e.key === "Enter" && e.target.classList && e.target.classList.contains("sent")) {
      var m = $("mark[data-ids]", e.target); if (m) { e.preventDefault(); show(m); } return;
    }
    if (!inside || !keys || !keys.checked || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === "n") step(1);
    if (e.key === "p") step(-1);
  });

  /* concordance */
  var kwic = d.getElementById("kwic"), rows = kwic ? all("tbody tr", kwic) : [], LIMIT = 200;
  function sides() { return kwic ? kwic.dataset.sides : ""; }
  function control(id) { return d.getElementById(id); }
  function filter(feature, voice) {
    if (!kwic) return;
    if (feature !== undefined) { control("f-feature").value = feature; control("f-voice").value = voice; control("f-words").value = ""; }
    var f = control("f-feature").value, v = control("f-voice").value, w = control("f-words").value.toLowerCase();
    var two = v === "|" ? sides().split("|") : null, n = 0;
    rows.forEach(function (r) {
      var ok = (!f || r.dataset.feature === f) && (!v || (two ? two.indexOf(r.dataset.voice) >= 0 : r.dataset.voice === v)) &&
        (!w || r.textContent.toLowerCase().indexOf(w) >= 0);
      if (ok) n += 1;
      r.hidden = !ok || n > LIMIT;
      r.classList.toggle("past", n > LIMIT);
    });
    control("f-count").textContent = n + " of " + rows.length + " passages" + (n > LIMIT ? "; the first " + LIMIT + " are shown. " : ".");
    if (n > LIMIT) {
      var b = d.createElement("button");
      b.type = "button"; b.textContent = "Show all " + n;
      b.addEventListener("click", function () { LIMIT = Infinity; filter(); });
      control("f-count").appendChild(b);
    }
    state.feature = f; state.voice = v; write();
  }
  if (kwic) {
    ["f-feature", "f-voice"].forEach(function (id) { control(id).addEventListener("change", function () { filter(); }); });
    control("f-words").addEventListener("input", function () { filter(); });
    control("f-clear").addEventListener("click", function () { filter("", ""); control("f-feature").focus(); });
    control("f-sort").addEventListener("change", function () {
      var how = this.value, tb = $("tbody", kwic);
      var key = function (r) {
        if (how === "right") return $(".r", r).textContent.toLowerCase();
        if (how === "left") return $(".l", r).textContent.toLowerCase().split("").reverse().join("");
        return "";
      };
      var order = rows.map(function (r, i) { return [key(r), i, r]; });
      order.sort(function (a, b) { return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]; });
      order.forEach(function (o) { tb.appendChild(o[2]); });
    });
    control("f-csv").addEventListener("click", function () { save("concordance.csv", csv(kwic, true), "text/csv", this); });
  }

  /* exports */
  function cellText(c) {
    var t = c.textContent.trim();
    return /^[=+\-@\t]/.test(t) && !/^[-+]?[\d.]+$/.test(t) ? "'" + t : t;
  }
  function csv(table, shown) {
    var label = shown ? "filter " + (state.feature || "all") + " " + (state.voice || "all") : "";
    var lines = all("tr", table).filter(function (r) { return !shown || !r.hidden; }).map(function (r, i) {
      var cells = all("th,td", r).map(function (c) { return '"' + cellText(c).replace(/"/g, '""') + '"'; });
      if (shown) cells.push('"' + (i ? label.replace(/"/g, '""') : "Filter") + '"');
      return cells.join(",");
    });
    return "\ufeff" + lines.join("\r\n") + "\r\n";
  }
  function save(name, content, type, by) {
    var framed = false;
    try { framed = window.self !== window.top; } catch (e) { framed = true; }
    var blob = content instanceof Blob ? content : new Blob([content], { type: type });
    var a = d.createElement("a");
    a.href = URL.createObjectURL(blob); a.download = name;
    body.appendChild(a); a.click(); a.remove();
    if (framed && typeof content === "string") box(content, by);
  }
  function box(content, by) {
    var old = $(".export-box"); if (old) old.remove();
    var t = d.createElement("textarea");
    t.className = "export-box"; t.value = content; t.setAttribute("aria-label", "Data to copy");
    by.parentElement.insertAdjacentElement("afterend", t);
    t.focus(); t.select();
  }
  function svgOf(fig) {
    var s = $("svg", fig).cloneNode(true), size = s.viewBox.baseVal;
    s.setAttribute("width", size.width); s.setAttribute("height", size.height);
    s.setAttribute("style", "color:#1a1a1a;background:#fff");
    return new XMLSerializer().serializeToString(s);
  }
  all(".tools button").forEach(function (b) {
    b.addEventListener("click", function () {
      var fig = b.closest("figure"), name = b.parentElement.dataset.chart;
      if (b.dataset.do === "csv") save(name + ".csv", csv($("table", fig)), "text/csv", b);
      if (b.dataset.do === "svg") save(name + ".svg", svgOf(fig), "image/svg+xml", b);
      if (b.dataset.do === "cite") {
        var text = $("figcaption b", fig).textContent + ". " + $("figcaption .sub", fig).textContent + ". In: " + meta.title + ". " + meta.citation;
        if (navigator.clipboard && navigator.clipboard.writeText) navigator.clipboard.writeText(text).then(function () { say("Citation copied"); }, function () { box(text, b); });
        else box(text, b);
      }
      if (b.dataset.do === "png") {
        var img = new Image(), size = $("svg", fig).viewBox.baseVal;
        img.onload = function () {
          var c = d.createElement("canvas");
          c.width = 2 * size.width; c.height = 2 * size.height;
          var x = c.getContext("2d");
          x.fillStyle = "#fff"; x.fillRect(0, 0, c.width, c.height); x.drawImage(img, 0, 0, c.width, c.height);
          c.toBlob(function (blob) { save(name + ".png", blob, "image/png", b); });
        };
        img.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svgOf(fig));
      }
    });
  });

  /* print, start */
  var was = [];
  addEventListener("beforeprint", function () { was = all("details:not([open])"); was.forEach(function (x) { x.open = true; }); });
  addEventListener("afterprint", function () { was.forEach(function (x) { x.open = false; }); });
  function restore() {
    read(); layers();
    if (kwic) filter(state.feature, state.voice);
    if (state.at) go(state.at);
  }
  addEventListener("hashchange", restore);
  if (location.hash) restore(); else { layers(); if (kwic) { var at = state.at; filter(); state.at = at; try { history.replaceState(null, "", location.pathname); } catch (e) { /* framed */ } } }
})();
