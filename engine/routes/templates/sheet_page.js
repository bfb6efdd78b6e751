// Draws the sheet of the group into the page, and goes along when the facilitator begins another activity.
const place = document.querySelector("#sheet");
const shown = document.querySelector("#shown");
const options = JSON.parse(place.dataset.options);
const { mount } = await import(options.script);

// The plenary is on the full page: here a sentence leads to it.
const tell = (room) => {
  shown.hidden = !room.shown;
};
// Without a room the sheet is lost, and the server knows the way.
const moved = (room, isAsked) => {
  if (!room?.shown) location.assign("/sheet");
  else if (isAsked) location.assign("/");
};
mount(place, options, { moved, room: tell });

const choice = document.querySelector("#activity");
choice?.addEventListener("change", () => choice.form.submit());
