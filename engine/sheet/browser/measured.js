// How high a text stands in its box: the box grows with it, and the line that somebody is typing stays where it is.

// Lets a box of several lines grow with its text, where the browser does not do so by itself.
export function growing(input) {
  if (input.localName !== "textarea" || CSS.supports("field-sizing", "content")) return () => null;
  const grow = () => {
    input.style.height = `${heightOf(input, input.value) + input.offsetHeight - input.clientHeight}px`;
  };
  const listening = new AbortController();
  for (const type of ["input", "shown", "focus"]) input.addEventListener(type, grow, { signal: listening.signal });
  const measured = new ResizeObserver(grow); // its width decides as well
  measured.observe(input);
  return () => {
    listening.abort();
    measured.disconnect();
  };
}

// Changes the text of a box in use by `act`, after which the caret stands at `caret`, and scrolls so far that the line
// of the caret stays at its place in the window.
export function keepingLine(input, text, caret, act) {
  if (input.getRootNode().activeElement !== input) return act();
  const inBox = input.scrollTop;
  const before = topOfLine(input, input.value.slice(0, input.selectionEnd));
  act();
  const moved = topOfLine(input, text.slice(0, caret)) - before;
  if (!moved) return;
  input.scrollTop = inBox + moved; // a box that does not grow scrolls inside
  const rest = moved - (input.scrollTop - inBox);
  if (rest) scrollerAround(input).scrollTop += rest;
}

const topOfLine = (input, text) => input.getBoundingClientRect().top + heightOf(input, text);

// How high a text would be in the box.
function heightOf(input, text) {
  if (input.localName !== "textarea") return 0;
  const copy = input.cloneNode();
  copy.removeAttribute("id");
  copy.style.cssText += `;position:absolute;visibility:hidden;height:0;min-height:0;width:${input.offsetWidth}px`;
  copy.value = text;
  input.after(copy);
  const height = copy.scrollHeight;
  copy.remove();
  return height;
}

// What scrolls around an element: a box of the page, or the page.
function scrollerAround(element) {
  for (let at = element.parentElement; at; at = at.parentElement ?? at.getRootNode().host) {
    const { overflowY } = getComputedStyle(at);
    if ((overflowY === "auto" || overflowY === "scroll") && at !== document.body) return at;
  }
  return document.scrollingElement;
}
