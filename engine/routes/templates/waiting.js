// Loads the page again as soon as the facilitator moves the room.
const line = new EventSource(document.querySelector("#waiting").dataset.live);
line.onmessage = ({ data }) => JSON.parse(data).length > 0 && location.reload();
