// Shows a page to read; a link to another page is told to the server instead of leaving.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".book");
  if (root.dataset.shown !== data.html) {
    root.innerHTML = data.html; // rendered by engine/book: HTML in content is off, texts are escaped
    root.dataset.shown = data.html;
  }
  root.onclick = (event) => {
    const link = event.target.closest("a[data-ref]");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setTriggerValue("open", link.dataset.ref);
  };
}
