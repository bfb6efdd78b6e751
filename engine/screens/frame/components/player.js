// Plays a video, a sound, a picture or a PDF with the browser's own controls, and says what to do when it cannot.
const players = new WeakMap();
const KINDS = { picture, pdf, link: web, video: film, audio: film };
const OBEYING = 1000; // ms in which what a film does is not somebody's hand
const SLACK = { playing: 0.7, paused: 0.05 }; // s; one that runs need not jump for the time that the news took

export default function ({ data, parentElement, setTriggerValue }) {
  const what = JSON.stringify([data.address, data.tracks, data.big]);
  let player = players.get(parentElement);
  if (player?.what !== what) {
    player = { what, turn: 0, obeying: 0, ...build(parentElement.querySelector(".player"), data) };
    players.set(parentElement, player);
  }
  if (!data.remote) player.leads = false;
  if (!player.film) return;
  follow(player, data, (word) => setTriggerValue("word", word));
  heed(player, data);
}

// On the page that leads, what somebody does with the film is told to the others.
function follow(player, data, tell) {
  const node = player.film;
  const told = () => {
    if (!data.remote || Date.now() < player.obeying) return;
    player.leads = true; // its own words come back to it
    tell({ playing: !node.paused, at: node.currentTime });
  };
  node.onplay = told;
  node.onpause = told;
  node.onseeked = told;
  if (data.remote) node.muted = true; // the sound comes from the projector
}

// A word from the page that leads counts once.
function heed(player, { obey, words }) {
  if (!obey || obey.turn === player.turn || player.leads) return;
  player.turn = obey.turn;
  player.obeying = Date.now() + OBEYING;
  const go = () => play(player, obey, words);
  if (player.film.readyState > 0) go();
  else player.film.addEventListener("loadedmetadata", go, { once: true });
}

async function play({ film: node, say }, wanted, words) {
  const slack = wanted.playing ? SLACK.playing : SLACK.paused;
  if (Math.abs(node.currentTime - wanted.at) > slack) node.currentTime = wanted.at;
  if (!wanted.playing) {
    node.pause();
    return;
  }
  try {
    await node.play();
    say("");
  } catch (why) {
    if (why.name === "NotAllowedError") say(words.click);
  }
}

function el(tag, attributes) {
  return Object.assign(document.createElement(tag), attributes);
}

function link(text, address) {
  return el("a", { textContent: text, href: address, target: "_blank", rel: "noopener noreferrer" });
}

function download(data) {
  return Object.assign(link(data.words.download, `${data.address}?download=1`), { download: "" });
}

function build(root, data) {
  const note = el("p", { className: "note" });
  note.setAttribute("role", "status");
  const say = (text, ...more) => {
    note.textContent = text;
    note.append(...more);
  };
  const node = KINDS[data.kind](data, say);
  root.classList.toggle("big", data.big);
  root.replaceChildren(node, note);
  return { say, film: node.matches("video, audio") ? node : null };
}

function picture(data, say) {
  return el("img", { alt: data.title, onerror: () => broken(data, say), src: data.address });
}

function pdf(data, say) {
  if (navigator.pdfViewerEnabled === false) {
    say(`${data.words.no_pdf} `);
    return download(data);
  }
  say("", link(data.words.own_window, data.address));
  return el("iframe", { title: data.title, src: data.address });
}

function web(data, say) {
  say(data.words.internet);
  return link(data.words.open, data.address);
}

function film(data, say) {
  // a sound with subtitles is played as a video without a picture: only that shows them
  const tag = data.kind === "audio" && data.tracks.length === 0 ? "audio" : "video";
  const node = el(tag, { className: data.kind, controls: true, preload: "metadata", playsInline: true });
  if (data.poster) node.poster = data.poster;
  node.setAttribute("aria-label", data.title);
  node.append(...data.tracks.map(subtitles));
  node.addEventListener("error", () => broken(data, say));
  node.addEventListener("loadedmetadata", () => loaded(node, data, say));
  node.src = data.address;
  return node;
}

function subtitles(track, place) {
  return el("track", { kind: "captions", label: track.language, src: track.address, default: place === 0 });
}

function loaded(node, data, say) {
  for (const [place, track] of [...node.textTracks].entries()) track.mode = place ? "disabled" : "showing";
  if (data.kind === "video" && !node.videoWidth) unplayable(data, say); // only its sound can be decoded
}

async function broken(data, say) {
  const reply = await fetch(data.address, { method: "HEAD" }).catch(() => null);
  if (!reply) say(data.words.offline);
  else if (reply.ok) unplayable(data, say);
  else say(data.words.gone);
}

function unplayable(data, say) {
  const type = data.mime && !document.createElement("video").canPlayType(data.mime) ? data.words.type : "";
  say(`${[type, data.words.unplayable].filter(Boolean).join(" ")} `, download(data));
}
