// What `serve` adds to every page: it listens to the desk, swaps what changed, and shows what is wrong.
// Its address holds the number of papers that were published before the page was sent.
(function (script) {
  "use strict";
  var shown = new URL(script.src).searchParams.get("paper");
  var trust = self.trustedTypes
    ? trustedTypes.createPolicy("serve", {createHTML: function (text) { return text; }})
    : {createHTML: function (text) { return text; }};
  var forms = document.documentElement.dataset.desk === "forms";
  var before = null;
  var overlay = null;

  function fetched() {
    return fetch(location.pathname + location.search, {cache: "no-store"}).then(function (answer) {
      return answer.text();
    }).then(function (text) {
      return new DOMParser().parseFromString(trust.createHTML(text), "text/html");
    });
  }

  // Scripts and style sheets that differ can't be swapped: their pages are loaded anew.
  function frame(page) {
    return [].map.call(page.querySelectorAll("head link[rel=stylesheet], head script[src]"), function (each) {
      return each.getAttribute("href") || each.getAttribute("src");
    }).filter(function (address) { return address.indexOf("/_live") !== 0; }).join(" ");
  }

  function same(one, other) {
    return one.isEqualNode(other);
  }

  // Makes `old` like `next` and leaves alone what is alike: a reader's place, an open box, a field with the cursor.
  function morph(old, next) {
    if (same(old, next)) return;
    if (old.nodeType !== 1 || old.nodeName !== next.nodeName) {
      old.replaceWith(document.importNode(next, true));
      return;
    }
    [].slice.call(old.attributes).forEach(function (each) {
      if (!next.hasAttribute(each.name)) old.removeAttribute(each.name);
    });
    [].forEach.call(next.attributes, function (each) {
      if (old.getAttribute(each.name) !== each.value) old.setAttribute(each.name, each.value);
    });
    var olds = [].slice.call(old.childNodes);
    var nexts = [].slice.call(next.childNodes);
    while (olds.length && nexts.length && same(olds[0], nexts[0])) {
      olds.shift();
      nexts.shift();
    }
    while (olds.length && nexts.length && same(olds[olds.length - 1], nexts[nexts.length - 1])) {
      olds.pop();
      nexts.pop();
    }
    var after = olds.length ? olds[olds.length - 1].nextSibling : nexts.length ? behind(old, nexts[0]) : null;
    while (olds.length && nexts.length) morph(olds.shift(), nexts.shift());
    olds.forEach(function (each) { each.remove(); });
    nexts.forEach(function (each) { old.insertBefore(document.importNode(each, true), after); });
  }

  // The child of `old` before which a node that is new in the middle has to stand.
  function behind(old, next) {
    return old.childNodes[[].indexOf.call(next.parentNode.childNodes, next)] || null;
  }

  function swap() {
    fetched().then(function (next) {
      if (frame(next) !== frame(document) || next.body.children.length !== document.querySelectorAll("body > :not([data-desk])").length) {
        location.reload();
        return;
      }
      document.title = next.title;
      ["header", "main", "footer"].forEach(function (part) {
        var was = before && before.querySelector("body > " + part);
        var is = next.querySelector("body > " + part);
        var here = document.querySelector("body > " + part);
        if (!here !== !is) location.reload();
        // What a script of the page made of a part that is as it was stays.
        else if (is && !(was && same(was, is))) morph(here, is);
      });
      before = next;
      performance.mark("swapped");
    }, function () { location.reload(); });
  }

  function line(name, text, address) {
    var element = document.createElement(address ? "a" : name);
    element.textContent = text;
    if (address) element.href = address;
    return element;
  }

  function tell(faults) {
    if (overlay) overlay.remove();
    overlay = null;
    if (!faults.length) return;
    overlay = document.createElement("aside");
    overlay.dataset.desk = "";
    overlay.setAttribute("role", "alert");
    var root = overlay.attachShadow({mode: "open"});
    var sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = "/_live.css";
    var list = document.createElement("ol");
    faults.forEach(function (fault) {
      var item = document.createElement("li");
      item.append(line("b", fault.where, fault.open), line("p", fault.message));
      if (fault.excerpt) {
        var copy = line("pre", fault.excerpt.slice(0, fault.from));
        copy.append(line("mark", fault.excerpt.slice(fault.from, fault.to)), fault.excerpt.slice(fault.to));
        item.append(copy);
      }
      if (fault.hint) item.append(line("p", "→ " + fault.hint));
      list.append(item);
    });
    var close = line("button", "×");
    close.type = "button";
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", function () { tell([]); });
    root.append(sheet, line("h2", faults.length === 1 ? "1 error" : faults.length + " errors"), close, list);
    document.body.append(overlay);
  }

  var stream = new EventSource("/_live" + new URL(script.src).search);
  stream.addEventListener("news", function (event) {
    var news = JSON.parse(event.data);
    tell(news.faults);
    // The forms are no page of the paper: they show what is wrong with it, and stay as they are.
    if (String(news.paper) !== shown && !forms) swap();
    shown = String(news.paper);
  });
  if (!forms) fetched().then(function (page) { before = before || page; }, function () {});
})(document.currentScript);
