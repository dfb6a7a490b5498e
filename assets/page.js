// A page as printed: zoom by buttons, keys, wheel and two fingers; what the pointer or the focus is on is told below.
(function () {
  "use strict";
  var prints = document.querySelector(".prints");
  if (!prints) return;
  var pans = prints.querySelectorAll(".pan");
  var told = prints.querySelector(".told");
  var most = 6;
  var zoom = 1;
  var apart = 0;

  // The place at x and y (of the window) stays where it is.
  function to(wanted, pan, x, y) {
    var before = zoom;
    zoom = Math.min(most, Math.max(1, wanted));
    pans.forEach(function (each) {
      var box = each.getBoundingClientRect();
      var left = each === pan && x !== undefined ? x - box.left : box.width / 2;
      var top = each === pan && y !== undefined ? y - box.top : box.height / 2;
      var share = zoom / before;
      var across = (each.scrollLeft + left) * share - left;
      var down = (each.scrollTop + top) * share - top;
      each.firstElementChild.style.width = zoom * 100 + "%";
      each.classList.toggle("zoomed", zoom > 1);
      // The browser fetches the copy of the picture that is as wide.
      each.querySelectorAll("[sizes]").forEach(function (picture) {
        if (zoom > 1) picture.sizes = Math.round(each.clientWidth * zoom) + "px";
      });
      each.scrollLeft = across;
      each.scrollTop = down;
    });
  }
  function step(how) {
    to(how === "fit" ? 1 : zoom * (how === "in" ? 1.5 : 1 / 1.5));
  }
  prints.addEventListener("click", function (event) {
    var button = event.target.closest("[data-zoom]");
    if (button) step(button.dataset.zoom);
  });
  prints.addEventListener("keydown", function (event) {
    var how = { "+": "in", "=": "in", "-": "out", 0: "fit" }[event.key];
    if (!how || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step(how);
  });
  pans.forEach(function (pan) {
    pan.addEventListener("wheel", function (event) {
      if (!event.ctrlKey) return;
      event.preventDefault();
      to(zoom * Math.exp(-event.deltaY / 200), pan, event.clientX, event.clientY);
    }, { passive: false });
    pan.addEventListener("touchmove", function (event) {
      if (event.touches.length !== 2) return;
      event.preventDefault();
      var a = event.touches[0];
      var b = event.touches[1];
      var now = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
      if (apart) to(zoom * now / apart, pan, (a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2);
      apart = now;
    }, { passive: false });
    pan.addEventListener("touchend", function () {
      apart = 0;
    });
  });

  // A story's place and its line in the list of headlines answer the pointer together.
  function tell(event) {
    var link = event.target.closest(".print a, .titles a");
    var href = link && link.getAttribute("href");
    prints.querySelectorAll(".print a").forEach(function (each) {
      each.classList.toggle("pointed", each.getAttribute("href") === href);
    });
    document.querySelectorAll(".titles a").forEach(function (each) {
      each.classList.toggle("pointed", each.getAttribute("href") === href);
    });
    var card = null;
    document.querySelectorAll(".g .story").forEach(function (each) {
      var own = each.querySelector(".hed a");
      if (own && own.getAttribute("href") === href) card = each;
    });
    told.textContent = "";
    if (!card) return;
    var head = document.createElement("b");
    head.textContent = card.querySelector(".hed").textContent;
    var words = card.querySelector(".sum, .copy p");
    told.append(head, words ? " " + words.textContent : "");
  }
  document.addEventListener("mouseover", tell);
  document.addEventListener("focusin", tell);
})();
