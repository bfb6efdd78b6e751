// Draws the whole page when the line was down and is back. The server may have started again, or have forgotten a
// laptop that slept: it knows no part of the page then, and Streamlit drops whatever is clicked in one. Asks until
// the page comes, because Streamlit's own line may come back later; less and less often, because each asking begins
// the page anew, and a busy server must have the time to finish one.
const pages = new WeakMap();
const FIRST = 500; // ms until it asks
const LONGEST = 8000; // ms between two askings

export default function ({ parentElement, setTriggerValue }) {
  let page = pages.get(parentElement);
  if (!page) {
    page = new Page();
    pages.set(parentElement, page);
  }
  page.wasDrawn();
  page.ask = () => setTriggerValue("wanted", Date.now());
  return () => {
    page.close();
    pages.delete(parentElement);
  };
}

class Page {
  constructor() {
    this.listening = new AbortController();
    const { signal } = this.listening;
    window.addEventListener("workshop:line-is-back", () => this.askAfter(FIRST), { signal });
  }

  askAfter(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.ask();
      this.askAfter(Math.min(2 * wait, LONGEST));
    }, wait);
  }

  wasDrawn() {
    clearTimeout(this.timer);
  }

  close() {
    clearTimeout(this.timer);
    this.listening.abort();
  }
}
