// On the page for addresses that lead nowhere: offers the edition of the date in the address, or else its month.
(async function () {
  "use strict";
  const offer = document.querySelector(".offer");
  const found = location.pathname.slice(offer.dataset.base.length).match(/\/(\d{4})\/(\d{1,2})(?:\/(\d{1,2})(?!\d))?/);
  if (!found) return;
  const year = found[1];
  const month = found[2].padStart(2, "0");
  const say = (day, form) => new Date(`${year}-${month}-${day}`).toLocaleDateString(document.documentElement.lang, { timeZone: "UTC", ...form });
  const places = [[`/archive/${year}/${month}/`, `${offer.dataset.month} ${say("01", { year: "numeric", month: "long" })}`]];
  if (found[3]) {
    const day = found[3].padStart(2, "0");
    places.unshift([`/${year}/${month}/${day}/`, `${offer.dataset.edition} ${say(day, { dateStyle: "long" })}`]);
  }
  for (const [address, words] of places) {
    const there = offer.dataset.base + address;
    const answer = await fetch(there, { method: "HEAD" }).catch(() => null);
    if (!answer || !answer.ok) continue;
    const link = document.createElement("a");
    link.href = there;
    link.textContent = words;
    offer.append(link);
    return;
  }
})();
