// Large type 大字版: kept for the next visit where the browser lets us, and set before the page is drawn.
// On a page's view, a story and its line in the list of headlines answer the pointer together.
(function (root) {
  "use strict";
  var on = false;
  function show() {
    root.classList.toggle("large", on);
    document.querySelectorAll("[data-large]").forEach(function (button) {
      button.setAttribute("aria-pressed", on);
    });
  }
  function point(event) {
    var found = event.target.closest(".g > *, .titles li");
    var place = found && [].indexOf.call(found.parentNode.children, found);
    document.querySelectorAll(".g > *, .titles li").forEach(function (each) {
      each.classList.toggle("pointed", !!found && each.parentNode.children[place] === each);
    });
  }
  try {
    on = localStorage.getItem("large") === "1";
  } catch (refused) {}
  root.classList.add("js");
  show();
  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("mouseover", point);
  document.addEventListener("focusin", point);
  document.addEventListener("click", function (event) {
    if (!event.target.closest("[data-large]")) return;
    on = !on;
    try {
      localStorage.setItem("large", on ? "1" : "");
    } catch (refused) {}
    show();
  });
})(document.documentElement);
