(function () {
  "use strict";
  var d = document, body = d.body;
  function $(s, r) { return (r || d).querySelector(s); }
  function all(s, r) { return Array.prototype.slice.call((r || d).querySelectorAll(s)); }
  function data(id) { try { return JSON.parse(d.getElementById(id).textContent); } catch (e) { return null; } }
  var notes = {}, meta = data("meta") || {}, live = d.getElementById("live"), note = d.getElementById("note");
  var held = data("notes") || { notes: [] };
  held.notes.forEach(function (n) {
    var l = held.labels[n[1]];
    notes[n[0]] = Object.assign({ layer: l[0], label: l[1], voice: held.voices[n[2]], entry: held.entries[n[3]] }, held.more[n[4]]);
  });
  function words(id, most) {
    var m = all('mark[data-ids~="' + id + '"]'), r = d.createRange();
    r.setStartBefore(m[0]); r.setEndAfter(m[m.length - 1]);
    var t = r.toString().replace(/\s+/g, " ").trim();
    return t.length > most ? t.slice(0, most - 1) + "…" : t;
  }
  var NAMES = { t: "Theme", m: "Metaphor", d: "Device", s: "Tone", v: "Voice" };

  function say(text) { live.textContent = ""; live.textContent = text; }
  function open(el) {
    for (var p = el; p; p = p.parentElement) if (p.tagName === "DETAILS") p.open = true;
  }
  function go(id) {
    var el = d.getElementById(id);
    if (!el) return false;
    while (el.hidden && el.nextElementSibling) el = el.nextElementSibling;
    open(el);
    if (!el.hasAttribute("tabindex") && !/^(A|BUTTON|SUMMARY)$/.test(el.tagName)) el.setAttribute("tabindex", "-1");
    el.focus({ preventScroll: true });
    reveal(el, "center");
    return true;
  }
  /* what stands above may only now get its height: look again until it is still */
  function reveal(el, where) {
    var left = 4, top;
    (function again() {
      el.scrollIntoView({ block: where });
      var now = el.getBoundingClientRect().top;
      if (now === top || left-- < 1) return;
      top = now;
      requestAnimationFrame(again);
    })();
  }

  /* state in the fragment: #section?layers=vt&feature=theme.x&voice=y */
  var state = { at: "", layers: "vt", feature: "", voice: "" };
  function plain(text) { try { return decodeURIComponent(text); } catch (e) { return ""; } }
  function write() {
    var parts = ["layers=" + state.layers];
    if (state.feature) parts.push("feature=" + encodeURIComponent(state.feature));
    if (state.voice) parts.push("voice=" + encodeURIComponent(state.voice));
    try { history.replaceState(null, "", "#" + state.at + "?" + parts.join("&")); } catch (e) { /* a framed page has none */ }
  }
  function read() {
    var h = location.hash.slice(1), cut = h.indexOf("?");
    state.at = plain(cut < 0 ? h : h.slice(0, cut));
    if (cut >= 0) h.slice(cut + 1).split("&").forEach(function (pair) {
      var kv = pair.split("=");
      if (kv[0] in state) state[kv[0]] = plain(kv[1] || "");
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
      if (!on && k !== "v" && others >= 3) { say("Three layers besides voices are on. Switch one off first."); return; }
      state.layers = on ? state.layers.replace(k, "") : state.layers + k;
      place = -1; layers(); write();
      say(NAMES[k] + (on ? " off" : " on"));
    });
  });

  /* next and previous: one stop an annotation, where it begins */
  var place = -1;
  function on(layer) { return state.layers.indexOf(layer) >= 0; }
  function shown(mark) {
    return (mark.dataset.ids || "").split(" ").filter(function (id) { return notes[id] && on(notes[id].layer); });
  }
  function stops() {
    var seen = {}, count = {}, out = [];
    function add(layer, el, id) { count[layer] = (count[layer] || 0) + 1; out.push({ layer: layer, el: el, id: id, n: count[layer] }); }
    all(".text .sent").forEach(function (s) {
      if (on("s") && /\b(pos|neg)\b/.test(s.className)) add("s", s);
      all("mark[data-ids]", s).forEach(function (m) {
        shown(m).forEach(function (id) { if (!seen[id]) { seen[id] = 1; add(notes[id].layer, m, id); } });
      });
    });
    out.forEach(function (x) { x.of = count[x.layer]; });
    return out;
  }
  function step(by) {
    var list = stops();
    if (!list.length) { say("No layer with marks is on."); return; }
    place = place < 0 && by < 0 ? list.length - 1 : (place + by + list.length) % list.length;
    var x = list[place], sent = x.el.closest(".sent"), n = notes[x.id], run = x.el.closest(".run") || $(".run", sent);
    sent.tabIndex = -1;
    sent.focus({ preventScroll: true });
    reveal(sent, "center");
    say(NAMES[x.layer] + " " + x.n + " of " + x.of + ": ‘" + (n ? words(x.id, 80) : sent.textContent.slice(0, 80)) + "’" +
      (n ? ", " + n.label : sent.classList.contains("pos") ? ", warm" : ", cold") +
      (run ? ", voice " + run.closest("[data-voice]").dataset.voice : ""));
  }
  all("[data-step]").forEach(function (b) { b.addEventListener("click", function () { step(+b.dataset.step); }); });

  /* notes */
  var back = null;
  function show(marks) {
    var ids = [];
    marks.forEach(function (m) { shown(m).forEach(function (id) { if (ids.indexOf(id) < 0) ids.push(id); }); });
    if (!ids.length) return;
    note.textContent = "";
    ids.forEach(function (id) {
      var n = notes[id];
      var p = d.createElement("p"), b = d.createElement("b");
      b.textContent = NAMES[n.layer] + ": " + n.label + (n.pole ? " (" + n.pole + ")" : "");
      p.appendChild(b);
      p.appendChild(d.createTextNode(" “" + words(id, 120) + "”, " + n.voice + ". Matched " + n.entry + "." +
        (n.sure != null ? " Sure " + n.sure + "." : "") + (n.negated ? " Denied here." : "") +
        (n.repeat ? " Printed twice: not counted." : "")));
      note.appendChild(p);
    });
    var close = d.createElement("button");
    close.type = "button"; close.textContent = "Close";
    close.addEventListener("click", hide);
    note.appendChild(close);
    note.hidden = false;
    back = marks[0].closest(".sent");
    back.tabIndex = -1;
    close.focus({ preventScroll: true });
  }
  function hide() { if (!note.hidden) { note.hidden = true; if (back) back.focus({ preventScroll: true }); } }
  d.addEventListener("click", function (e) {
    var mark = e.target.closest && e.target.closest("mark[data-ids]");
    if (mark) { show([mark]); return; }
    var a = e.target.closest && e.target.closest('a[href^="#"]');
    if (a) {
      e.preventDefault();
      var id = a.getAttribute("href").slice(1);
      if (a.dataset.feature && kwic) {
        filter(a.dataset.feature, sides() ? "|" : "");
        var row = $("tbody tr:not([hidden])", kwic);
        if (row) { row.tabIndex = -1; row.focus({ preventScroll: true }); reveal($("#concordance h2"), "start"); say($("#f-count").textContent); }
        state.at = "concordance"; write();
        return;
      }
      if (go(id)) { state.at = id; write(); }
    }
  });
  d.addEventListener("keydown", function (e) {
    if (e.key === "Escape") { hide(); return; }
    var keys = d.getElementById("keys"), inside = e.target.closest && e.target.closest(".text");
    if (e.key === "Enter" && e.target.classList && e.target.classList.contains("sent")) {
      e.preventDefault(); show(all("mark[data-ids]", e.target)); return;
    }
    if (!inside || !keys || !keys.checked || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === "n") step(1);
    if (e.key === "p") step(-1);
  });

  /* concordance */
  var kwic = d.getElementById("kwic"), rows = kwic ? all("tbody tr", kwic) : [], first = rows, LIMIT = 200, PRINTED = kwic ? +kwic.dataset.printed : 0;
  rows.forEach(function (r, n) { /* the voice stands in the row, and its measure in the first row of each */
    r.dataset.voice = r.cells[1].textContent;
    if (!r.dataset.feature) r.dataset.feature = rows[n - 1].dataset.feature;
  });
  function sides() { return kwic ? kwic.dataset.sides : ""; }
  function control(id) { return d.getElementById(id); }
  function filter(feature, voice) {
    if (!kwic) return;
    if (feature !== undefined) { control("f-feature").value = feature; control("f-voice").value = voice; control("f-words").value = ""; }
    var f = control("f-feature").value, v = control("f-voice").value, w = control("f-words").value.toLowerCase();
    var two = v === "|" ? sides().split("|") : null, n = 0;
    rows.forEach(function (r) {
      var ok = (!f || r.dataset.feature === f) && (!v || (two ? (kwic.dataset.fields ? r.dataset.side : two.indexOf(r.dataset.voice) >= 0) : r.dataset.voice === v)) &&
        (!w || r.textContent.toLowerCase().indexOf(w) >= 0);
      if (ok) n += 1;
      r.hidden = !ok || n > LIMIT;
      r.classList.toggle("past", n > Math.min(LIMIT, PRINTED));
    });
    control("f-count").textContent = n + " of " + rows.length + " passages" + (n > LIMIT ? "; the first " + LIMIT + " are shown, " + PRINTED + " in print. " : ".");
    if (n > LIMIT) {
      var b = d.createElement("button");
      b.type = "button"; b.textContent = "Show all " + n;
      b.addEventListener("click", function () { LIMIT = Infinity; filter(); });
      control("f-count").appendChild(b);
    }
    kwic.dispatchEvent(new Event("filtered"));
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
      var order = rows.map(function (r) { return [key(r), first.indexOf(r), r]; });
      order.sort(function (a, b) { return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]; });
      rows = order.map(function (o) { tb.appendChild(o[2]); return o[2]; });
      filter();
    });
    control("f-csv").addEventListener("click", function () { save("concordance.csv", csv(kwic, true), "text/csv", this); });
  }

  /* boxes that do not overflow are no tab stops */
  function boxes() {
    all(".scroll, .chart-box").forEach(function (x) {
      var t = $("table", x), drawn = !t || !t.checkVisibility || t.checkVisibility({ contentVisibilityAuto: true });
      var over = drawn ? x.scrollWidth > x.clientWidth + 1 || x.scrollHeight > x.clientHeight + 1 : x.classList.contains("tall") && t.rows.length > 20;
      if (over) x.tabIndex = 0; else x.removeAttribute("tabindex");
    });
  }
  setTimeout(boxes, 300);
  var soon = 0;
  function later(e) {
    if (soon || (e.target.classList && e.target.classList.contains("text"))) return;
    soon = requestAnimationFrame(function () { soon = 0; boxes(); });
  }
  addEventListener("resize", later);
  d.addEventListener("toggle", later, true);
  d.addEventListener("contentvisibilityautostatechange", later, true);

  /* a toolbar is one tab stop, arrow keys go on */
  all(".layers").forEach(function (bar) {
    var own = all("button", bar);
    own.forEach(function (b, n) { b.tabIndex = n ? -1 : 0; });
    bar.addEventListener("keydown", function (e) {
      var at = own.indexOf(d.activeElement), step = e.key === "ArrowRight" ? 1 : e.key === "ArrowLeft" ? -1 : 0;
      if (at < 0 || !step) return;
      e.preventDefault();
      own[at].tabIndex = -1;
      at = (at + step + own.length) % own.length;
      own[at].tabIndex = 0; own[at].focus();
    });
  });

  /* links in long lists: one tab stop a list, arrow keys go on */
  all("#kwic, #list table, #devices .examples, .lines, .markers dl").forEach(function (table) {
    var now = null;
    function links() { return all("a", table).filter(function (a) { return !a.closest("[hidden]"); }); }
    function take(a) { if (now) now.tabIndex = -1; now = a; if (now) now.tabIndex = 0; }
    all("a", table).forEach(function (a) { a.tabIndex = -1; });
    take(links()[0]);
    table.addEventListener("focusin", function (e) { if (e.target.tagName === "A") take(e.target); });
    table.addEventListener("filtered", function () { take(links()[0]); });
    table.addEventListener("keydown", function (e) {
      var l = links(), i = l.indexOf(e.target.tagName === "A" ? e.target : $("a", e.target));
      var to = { ArrowDown: e.target.tagName === "A" ? i + 1 : i, ArrowUp: i - 1, Home: 0, End: l.length - 1 }[e.key];
      if (to === undefined || !l[to]) return;
      e.preventDefault(); l[to].focus();
    });
  });

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
