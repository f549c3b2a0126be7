// Text under 4.5:1 (3:1 where large) against what lies behind it, and lines or dots of charts under 3:1.
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
document.querySelectorAll("svg.chart [style]").forEach(function (el) {
  if (el.closest("defs") || /text|tspan/i.test(el.tagName)) return;
  var s = getComputedStyle(el), back = behind(el.closest("figure"));
  if (el.getAttribute("style").indexOf("#d0d0d0") >= 0 || el.getAttribute("style").indexOf("#ffffff") >= 0) return;
  if (+s.opacity < 0.3) return;
  var paint = s.stroke !== "none" ? s.stroke : s.fill;
  if (paint === "none") return;
  var c = parse(paint), a = +s.opacity;
  var r = ratio(over([c[0], c[1], c[2], a], back), back);
  if (r < 3) note(el, r, "chart " + paint + " " + a);
});
return Object.values(poor);
