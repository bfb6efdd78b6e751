// The button rests while the form is on its way. The page works without this too: a form that comes twice is one seat.
const form = document.querySelector("form");
const button = form.querySelector("button");
const rest = (isOnItsWay) => {
  button.disabled = isOnItsWay;
};
form.addEventListener("submit", () => {
  rest(true);
  setTimeout(rest, 8000, false); // the line may be dead
});
addEventListener("pageshow", () => rest(false)); // somebody came back
