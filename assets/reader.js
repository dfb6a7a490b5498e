// Large type 大字版: kept for the next visit where the browser lets us, and set before the page is drawn.
(function (root) {
  "use strict";
  var on = false;
  function show() {
    root.classList.toggle("large", on);
    document.querySelectorAll("[data-large]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(on));
    });
  }
  try {
    on = localStorage.getItem("large") === "1";
  } catch (refused) {}
  root.classList.add("js");
  show();
  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("click", function (event) {
    if (!event.target.closest("[data-large]")) return;
    on = !on;
    try {
      localStorage.setItem("large", on ? "1" : "");
    } catch (refused) {}
    show();
  });
})(document.documentElement);
