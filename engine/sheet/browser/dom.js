// Small tools for drawing. What changes is always the whole content of an element that we hold: a browser that
// translates the page replaces text nodes, and nobody may look for them again.
const NAME_IN_BRACES = /\{(\w+)\}/g;

export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name in node && name !== "role") node[name] = value;
    else if (value !== null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

// A text that only a screen reader says.
export const unseen = (...children) => el("span", { className: "unseen" }, ...children);

// A button; `about` completes its name for those who do not see what stands beside it.
export function button(text, about, act, attributes) {
  const name = about ? [text, " ", unseen(el("span", { className: "row_name" }, about))] : [text];
  return el("button", { type: "button", onclick: act, ...attributes }, ...name);
}

export const filled = (text, values) => text.replace(NAME_IN_BRACES, (_whole, name) => values[name]);

// What must end when something is no longer shown.
export class Scope {
  constructor() {
    this.ends = [];
  }

  add(end) {
    this.ends.push(end);
  }

  listen(target, type, act, options) {
    target.addEventListener(type, act, options);
    this.add(() => target.removeEventListener(type, act, options));
  }

  // A scope that ends with this one, or before.
  within() {
    const inner = new Scope();
    this.add(() => inner.close());
    return inner;
  }

  close() {
    for (const end of this.ends.splice(0)) end();
  }
}

// Does something once, however often it is asked for in one go.
export function onceSoon(act) {
  let isComing = false;
  return () => {
    if (isComing) return;
    isComing = true;
    queueMicrotask(() => {
      isComing = false;
      act();
    });
  };
}

// What scrolls around an element: a box of the page, or the page.
export function scrollerOf(element) {
  for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
    const { overflowY } = getComputedStyle(at);
    if ((overflowY === "auto" || overflowY === "scroll") && at !== document.body) return at;
  }
  return document.scrollingElement;
}

// Changes what is drawn while the box in which somebody is stays at its place on the screen.
export function keepingPlace(root, act) {
  const used = root.activeElement;
  const before = used?.getBoundingClientRect().top;
  act();
  if (!used?.isConnected) return;
  const moved = used.getBoundingClientRect().top - before;
  if (moved) scrollerOf(root.host).scrollTop += moved;
}

// Without https a browser has no other way to the clipboard.
export function copyText(root, text) {
  const used = root.activeElement;
  const box = el("textarea", { className: "unseen", value: text, readOnly: true });
  root.append(box);
  box.select();
  document.execCommand("copy");
  box.remove();
  used?.focus({ preventScroll: true });
}
