// A group's sheet: drawn once into an element from what the server tells, and alive from then on.
import { Announcer } from "./announcing.js";
import { SheetDocument } from "./document.js";
import { button, el } from "./dom.js";
import { HandingIn } from "./handing_in.js";
import { drawBar, drawCases, drawHead, drawTabs, listenForNext } from "./heading.js";
import { Leaving } from "./leaving.js";
import { Page } from "./page.js";
import { Scrolling } from "./scrolling.js";
import { StateLine } from "./state_line.js";

const SERVER_FAULT = 500;
const AGAIN_AFTER = 2000; // ms
const TYPED_IN = "input[type=text], textarea";
const mounted = new WeakMap(); // element -> the sheet in it

// Draws the sheet into `element` and returns {close}; for the same activity again it changes nothing.
// `options`: {address or data, styles (a text or an address), answers, handIn, live, print}.
// `hooks`: {moved(room, isAsked)} goes where the facilitator has moved the room, or away when `room` is null because
// this browser may no longer see the sheet; `isAsked`: by a click. {room(room)} only hears of it, at once.
export function mount(element, options, hooks) {
  const name = JSON.stringify([options.address ?? options.data.place, options.answers]);
  const before = mounted.get(element);
  if (before?.name === name) return before.handle;
  before?.handle.close();
  const shown = { name, isClosed: false, page: null };
  shown.handle = { close: () => closeShown(element, shown) };
  mounted.set(element, shown);
  drawWhenThere(element, options, hooks ?? {}, shown);
  return shown.handle;
}

function closeShown(element, shown) {
  shown.isClosed = true;
  shown.page?.close();
  shown.page?.doc.close();
  if (mounted.get(element) === shown) mounted.delete(element);
  element.shadowRoot?.replaceChildren();
}

async function drawWhenThere(element, options, hooks, shown) {
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  const [data, styles] = await Promise.all([dataOf(options, shown), stylesOf(options, shown)]);
  if (shown.isClosed) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  if (data.problem) root.replaceChildren(el("p", { className: "state", role: "alert" }, data.problem));
  else shown.page = drawAll(root, data, options, hooks);
}

const dataOf = ({ data, address }, shown) => data ?? fetched(address, shown, (reply) => reply.json());

const stylesOf = ({ styles }, shown) =>
  styles.includes("{") ? styles : fetched(styles, shown, (reply) => reply.text());

// Asks until there is an answer: the server may just begin anew.
async function fetched(address, shown, read) {
  try {
    const reply = await fetch(address);
    if (reply.status < SERVER_FAULT) return await read(reply);
  } catch {
    // asked again below
  }
  await new Promise((later) => setTimeout(later, AGAIN_AFTER));
  return shown.isClosed ? null : fetched(address, shown, read);
}

function drawAll(root, data, options, hooks) {
  const heard = {}; // until all is drawn
  const doc = new SheetDocument(data, options, heard);
  const page = new Page(root, doc);
  const announcer = new Announcer(page);
  const announce = (text) => announcer.say(text);
  page.announce = announce;
  const leaving = new Leaving(data.words, (...told) => hooks.moved?.(...told));
  const stateLine = new StateLine(page, announce);
  const wrapper = el("div", { className: "sheet", lang: data.language, dir: data.dir, "data-tab": "questions" });
  root.replaceChildren(wrapper);
  wrapper.append(page.panes);
  const first = page.view.get("sheet");
  page.show(data.sheets.some(({ id }) => id === first) ? first : data.sheets[0].id);
  page.turnTo(page.view.get("tab") ?? "questions");
  const scrolling = new Scrolling(page, root.host);
  const bar = el("div", { className: "bar" }, stateLine.element, leaving.element, ...tabsOf(page, scrolling));
  bar.append(drawBar(page));
  const cases = drawCases(page, (id) => showCase(page, scrolling, id));
  const end = new HandingIn(page, announce).element;
  wrapper.prepend(drawHead(page), drawUnderHead(options, data.words), ...cases, bar);
  wrapper.append(end, announcer.element);
  measureBar(page, wrapper, bar);
  listenForNext(page);
  page.scope.listen(wrapper, "click", ignoreSecond, { capture: true });
  page.scope.listen(wrapper, "input", ({ target }) => target.matches(TYPED_IN) && leaving.typed());
  page.scope.add(doc.onState(() => doc.state.by === data.me && leaving.rest()));
  Object.assign(heard, whatLeads(page, leaving, announce, hooks));
  scrolling.restore();
  return page;
}

// What is done when the facilitator moves the room, and when this browser may no longer see the sheet.
function whatLeads({ doc }, leaving, announce, hooks) {
  return {
    lost: (problem) => announce(leaving.lost(problem, doc.isUnsaved)),
    moved: (room) => {
      hooks.room?.(room);
      announce(leaving.moved(room, room.activity === doc.place.activity && !room.shown));
    },
  };
}

const tabsOf = (page, scrolling) =>
  drawTabs(page, (tab) => {
    scrolling.keep();
    page.turnTo(tab);
    scrolling.restore();
    page.changed();
  });

// Another case begins where it was left, or where the questions of this one were.
function showCase(page, scrolling, id) {
  scrolling.keep();
  const { scrollTop } = scrolling.scroller;
  page.show(id);
  scrolling.restore(scrollTop);
}

// A double click is one choice.
function ignoreSecond(event) {
  if (event.detail <= 1 || event.target.matches(TYPED_IN)) return;
  event.preventDefault();
  event.stopPropagation();
}

// What stays in sight beside the questions begins below the bar.
function measureBar(page, wrapper, bar) {
  const measured = new ResizeObserver(() => wrapper.style.setProperty("--bar", `${bar.offsetHeight}px`));
  measured.observe(bar);
  page.scope.add(() => measured.disconnect());
}

function drawUnderHead(options, words) {
  const marks = el("span", { className: "hint" }, words.marks);
  return el("div", { className: "under_head" }, marks, printing(options, words));
}

function printing({ print }, words) {
  if (print) return el("a", { className: "print", href: print, target: "_blank" }, words.print);
  return button(words.print, "", () => print_(), { className: "quiet print" });
}

const print_ = () => window.print();
