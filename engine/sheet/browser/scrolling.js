// The places to which somebody had scrolled come back: after a reload, with another case, with the other tab.
import { scrollerOf } from "./dom.js";

const PAUSE_AFTER_SCROLL = 200; // ms

export class Scrolling {
  constructor(page, host) {
    this.page = page;
    this.scroller = scrollerOf(host);
    const target = this.scroller === document.scrollingElement ? document : this.scroller;
    page.scope.listen(target, "scroll", () => this.keepSoon(), { passive: true });
    page.scope.listen(window, "pagehide", () => this.keep());
    page.scope.add(() => clearTimeout(this.timer));
  }

  get name() {
    return `top:${this.page.sheet}:${this.page.view.get("tab")}`;
  }

  keepSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), PAUSE_AFTER_SCROLL);
  }

  keep() {
    clearTimeout(this.timer);
    this.page.view.keep(this.name, this.scroller.scrollTop);
    const text = this.page.panes.querySelector(".case");
    if (text) this.page.view.keep(`case:${this.page.sheet}`, text.scrollTop);
  }

  // `unknown` is where to go on a sheet that was not there before.
  restore(unknown = 0) {
    this.scroller.scrollTop = this.page.view.get(this.name) ?? unknown;
    this.restoreCase();
  }

  restoreCase() {
    const text = this.page.panes.querySelector(".case");
    if (!text) return;
    text.scrollTop = this.page.view.get(`case:${this.page.sheet}`) ?? 0;
    text.addEventListener("scroll", () => this.keepSoon(), { passive: true });
  }
}
