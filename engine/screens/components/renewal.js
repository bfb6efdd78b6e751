// Draws the whole page when the line was down and is back. The server may have started again, or have forgotten a
// laptop that slept: it knows no part of the page then, and Streamlit drops whatever is clicked in one. Asks until
// the page comes, because Streamlit's own line may come back later.
const pages = new WeakMap();

export default function ({ parentElement, setTriggerValue }) {
  let page = pages.get(parentElement);
  if (!page) {
    page = { ask: () => {}, timer: 0 };
    page.start = () => {
      clearInterval(page.timer);
      page.left = 120; // a minute
      page.timer = setInterval(() => (page.left-- > 0 ? page.ask() : clearInterval(page.timer)), 500);
    };
    window.addEventListener("workshop:line-is-back", page.start);
    pages.set(parentElement, page);
  }
  clearInterval(page.timer); // the page was drawn
  page.ask = () => setTriggerValue("wanted", Date.now());
  return () => {
    clearInterval(page.timer);
    window.removeEventListener("workshop:line-is-back", page.start);
    pages.delete(parentElement);
  };
}
