// A story's pictures on the whole screen, one at a time. Without this file each is a link to its biggest copy.
// The strip scrolls as the browser scrolls, so that a finger swipes and two fingers make larger as they do everywhere.
(function () {
  "use strict";
  const links = [...document.querySelectorAll(".art .fig > a")];
  const dialog = document.querySelector(".viewer");
  const [strip, told, ...steps] = dialog.querySelectorAll("div, p, [value]");
  let at = 0;

  // Its styles are asked for when somebody turns to a picture, and waited for, whether they come or not.
  let styled;
  function styles() {
    styled ??= new Promise((there) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = dialog.dataset.styles;
      link.onload = link.onerror = there;
      document.head.append(link);
    });
    return styled;
  }

  // A slide is the picture with all its words: its own, and what its gallery says once for all.
  function fill(number) {
    const slide = strip.children[number];
    if (!slide || slide.firstChild) return;
    const link = links[number];
    const picture = link.firstElementChild.cloneNode(true);
    const image = picture.querySelector("img") || picture;
    for (const copies of image.srcset ? [...picture.children, image] : []) larger(copies, link.dataset.more, image);
    image.removeAttribute("class");
    image.loading = "eager";
    const words = document.createElement("figcaption");
    for (const said of [link.parentNode, link.closest(".gallery")]) {
      const text = said && said.querySelector(":scope > figcaption, :scope > .shared");
      if (text) words.append(...text.cloneNode(true).childNodes, " ");
    }
    slide.append(picture, words);
  }

  // The page names the copies that its layout needs; here there is room for the others, too.
  function larger(copies, more, image) {
    const [width, height] = ["width", "height"].map((side) => Number(image.getAttribute(side)));
    const address = copies.srcset.split(/\s/)[0];
    for (const wide of more ? more.split(" ") : []) {
      copies.srcset += `, ${address.replace(/\d+(\.\w+)$/, `${wide}$1`)} ${wide}w`;
    }
    copies.sizes = `min(100vw, ${Math.round((100 * width) / height)}vh, ${width}px)`;
  }

  function show(number) {
    at = number;
    [...strip.children].forEach((slide, place) => (slide.inert = place !== at));
    [at, at + 1, at - 1].forEach(fill);
    const seen = document.createElement("span");
    seen.textContent = strip.children[at].querySelector("img").alt;
    told.replaceChildren(dialog.dataset.count.replace("{n}", at + 1).replace("{t}", links.length), " ", seen);
    steps[0].ariaDisabled = at === 0;
    steps[1].ariaDisabled = at === links.length - 1;
  }

  function turn(number) {
    const place = Math.max(0, Math.min(links.length - 1, number));
    if (place !== at) show(place);
    strip.scrollLeft = at * strip.clientWidth;
  }

  function plain(event) {
    return !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  }

  links.forEach((link, number) => {
    link.addEventListener("pointerover", styles);
    link.addEventListener("focus", styles);
    link.addEventListener("click", async (event) => {
      if (!plain(event)) return;
      event.preventDefault();
      await styles();
      if (dialog.open) return;
      strip.replaceChildren(...links.map(() => document.createElement("figure")));
      dialog.showModal();
      show(number);
      turn(number);
    });
  });
  strip.addEventListener("scroll", () => {
    const place = Math.round(strip.scrollLeft / strip.clientWidth);
    if (dialog.open && place !== at) show(place);
  });
  addEventListener("resize", () => dialog.open && turn(at));
  // A picture made larger by two fingers is looked at; the next one has to wait.
  visualViewport.addEventListener("resize", () => {
    strip.style.overflow = visualViewport.scale > 1.01 ? "hidden" : "";
  });
  steps.forEach((button) => button.addEventListener("click", () => turn(at + Number(button.value))));
  document.addEventListener("keydown", (event) => {
    const place = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: links.length - 1 }[event.key];
    if (!dialog.open || place === undefined || !plain(event)) return;
    event.preventDefault();
    turn(place);
  });
})();
