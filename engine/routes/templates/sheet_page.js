// Draws the sheet of the group into the page, and goes along when the facilitator begins another activity.
const place = document.querySelector("#sheet");
const shown = document.querySelector("#shown");
const options = JSON.parse(place.dataset.options);
const { mount } = await import(options.script);

// The plenary is on the full page: here a sentence leads to it.
const tell = (room) => {
  shown.hidden = !room.shown;
};
const moved = (room) => {
  tell(room);
  if (room.activity !== options.data.state.room.activity) location.assign("/sheet");
};
mount(place, options, { moved, room: tell });

const choice = document.querySelector("#activity");
choice?.addEventListener("change", () => choice.form.submit());
