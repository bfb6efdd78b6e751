// Shows a page to read; a link to another page is told to the server instead of leaving.
const NARROW = window.matchMedia("(max-width: 640px)");
const ROOM = 200; // px that the meaning of a term may need below it

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".book");
  if (root.dataset.shown !== data.html) {
    show(root, data.html, root.dataset.shown !== undefined);
  }
  root.onmousedown = (event) => {
    root.pressed = { link: event.target.closest("a[data-ref]"), x: event.clientX, y: event.clientY };
  };
  root.onclick = (event) => {
    const link = event.target.closest("a[data-ref]") || pressedHere(root, event);
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setTriggerValue("open", link.dataset.ref);
  };
  root.onmouseover = (event) => place(event.target.closest("dfn"), root);
  root.onkeydown = (event) => {
    if (event.key === "Escape" && event.target.matches("dfn")) event.target.blur();
  };
}

// A page that moves while a button of the mouse is down gives the click to whatever is above both places.
function pressedHere(root, event) {
  const { link, x, y } = root.pressed || {};
  return link && Math.hypot(event.clientX - x, event.clientY - y) < 4 ? link : null;
}

function show(root, html, isAnother) {
  root.innerHTML = html; // rendered by engine/book: HTML in content is off, texts are escaped
  root.dataset.shown = html;
  for (const term of root.querySelectorAll("dfn")) term.onfocus = () => place(term, root);
  if (NARROW.matches) {
    for (const part of root.querySelectorAll("details.folded")) part.open = false;
  }
  if (isAnother) root.querySelector("article")?.scrollIntoView(); // another page begins at its beginning
}

// The meaning stands below its term, or above where there is no room, and never beyond the page's edges.
function place(term, root) {
  if (!term) return;
  const page = root.getBoundingClientRect();
  const at = term.getBoundingClientRect();
  const width = Math.min(320, page.width);
  const isBelow = Math.min(window.innerHeight, page.bottom) - at.bottom > ROOM || at.top - page.top < ROOM;
  term.style.setProperty("--left", `${Math.max(0, Math.min(at.left - page.left, page.width - width))}px`);
  term.style.setProperty("--top", isBelow ? `${at.bottom - page.top + 4}px` : "auto");
  term.style.setProperty("--bottom", isBelow ? "auto" : `${page.bottom - at.top + 4}px`);
}
