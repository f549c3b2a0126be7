// Text under 4.5:1 (3:1 where large) against what lies behind it; lines, dots, marks and bars under 3:1.
function parse(c) { var m = c.match(/[\d.]+/g).map(Number); return m.length < 4 ? m.concat(1) : m; }
function over(top, under) { return [0, 1, 2].map(function (i) { return top[i] * top[3] + under[i] * (1 - top[3]); }).concat(1); }
function light(c) {
  var v = c.slice(0, 3).map(function (x) { x /= 255; return x <= 0.03928 ? x / 12.92 : Math.pow((x + 0.055) / 1.055, 2.4); });
  return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2];
}
function ratio(a, b) { var x = light(a), y = light(b); return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05); }
function behind(el) {
  var chain = [];
  for (var e = el; e; e = e.parentElement) chain.push(parse(getComputedStyle(e).backgroundColor));
  return chain.reverse().reduce(function (under, top) { return over(top, under); }, [255, 255, 255, 1]);
}
var poor = {};
function note(el, r, what) { if (!poor[what]) poor[what] = what + " " + r.toFixed(2) + ": " + el.outerHTML.slice(0, 90); }
var walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), node;
while ((node = walk.nextNode())) {
  var el = node.parentElement;
  if (!node.textContent.trim() || /^(SCRIPT|STYLE|TITLE|DESC|OPTION|title|desc)$/.test(el.tagName) || !el.getClientRects().length) continue;
  var s = getComputedStyle(el), ink = el.closest("svg") ? s.fill : s.color, big = parseFloat(s.fontSize) >= 24 || (parseFloat(s.fontSize) >= 18.66 && s.fontWeight >= 700);
  if (ink === "none") continue;
  var back = behind(el.closest("svg") ? el.closest("figure") : el), r = ratio(over(parse(ink), back), back);
  if (r < (big ? 3 : 4.5)) note(el, r, "text " + ink);
}
// Lines and dots of charts; the lines of a grid and the bands behind a line say nothing alone.
document.querySelectorAll("svg.chart [style]").forEach(function (el) {
  if (el.closest("defs") || /text|tspan/i.test(el.tagName)) return;
  var s = getComputedStyle(el), back = behind(el.closest("figure")), style = el.getAttribute("style");
  if (/#d0d0d0|#ffffff/.test(style)) return;
  var stroked = s.stroke !== "none", paint = stroked ? s.stroke : s.fill;
  if (paint === "none") return;
  var c = parse(paint), a = +s.opacity * +(stroked ? s.strokeOpacity : s.fillOpacity);
  if (a < 0.3) return;
  var r = ratio(over([c[0], c[1], c[2], a * c[3]], back), back);
  if (r < 3) note(el, r, "chart " + paint + " " + a);
});
// Lines of marks, bars of voices, signs of tone, markers of names: against the page, and against the tint they stand on.
function line(el, colour, what, own) {
  var back = own ? behind(el) : behind(el.parentElement), c = parse(colour);
  if (!c[3]) return;
  var r = ratio(over(c, back), back);
  if (r < 3) note(el, r, what + " " + colour);
}
document.querySelectorAll("mark, .block, .sent, .run.label, .chip").forEach(function (el) {
  var s = getComputedStyle(el), before = getComputedStyle(el, "::before");
  if (s.textDecorationLine !== "none" && el.localName === "mark") {
    line(el, s.textDecorationColor, "underline", true);
    line(el, s.textDecorationColor, "underline", false);
  }
  if (s.borderBottomStyle === "dashed") line(el, s.borderBottomColor, "dashed", false);
  if (s.boxShadow !== "none") line(el, s.boxShadow.match(/rgba?\([^)]*\)/)[0], "over", false);
  if (el.classList.contains("block")) line(el, s.borderLeftColor, "bar", false);
  if (el.classList.contains("sent") && before.content !== "none") line(el, before.color, "sign", false);
  if (el.classList.contains("run")) line(el, before.borderLeftColor, "name", false);
  if (el.classList.contains("chip")) line(el, before.backgroundColor, "marker", false);
});
return Object.values(poor);
