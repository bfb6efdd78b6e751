// Draws the whole page when the line was down and is back. The server may have started again, or have forgotten a
// laptop that slept: it knows no part of the page then, and Streamlit drops whatever is clicked in one. Asks until
// the page comes, because Streamlit's own line may come back later; less and less often, because each asking begins
// the page anew, and a busy server must have the time to finish one.
const pages = new WeakMap();
const FIRST = 500,
  LONGEST = 8000; // ms between two askings

export default function ({ parentElement, setTriggerValue }) {
  let page = pages.get(parentElement);
  if (!page) {
    page = { ask: () => {}, timer: 0 };
    page.askAfter = (wait) => {
      clearTimeout(page.timer);
      page.timer = setTimeout(() => {
        page.ask();
        page.askAfter(Math.min(2 * wait, LONGEST));
      }, wait);
    };
    page.start = () => page.askAfter(FIRST);
    window.addEventListener("workshop:line-is-back", page.start);
    pages.set(parentElement, page);
  }
  clearTimeout(page.timer); // the page was drawn
  page.ask = () => setTriggerValue("wanted", Date.now());
  return () => {
    clearTimeout(page.timer);
    window.removeEventListener("workshop:line-is-back", page.start);
    pages.delete(parentElement);
  };
}
