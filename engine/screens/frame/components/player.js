// Plays a video, a sound, a picture or a PDF with the browser's own controls, and says what to do when it cannot.
const players = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".player"),
    what = JSON.stringify([data.address, data.tracks, data.big]);
  let player = players.get(parentElement);
  if (!player || player.what !== what) {
    player = { what, turn: 0, obeying: 0, ...build(root, data) };
    players.set(parentElement, player);
  }
  if (!data.remote) player.leads = false;
  const { film } = player;
  if (!film) return;
  const tell = () => {
    if (!data.remote || Date.now() < player.obeying) return;
    player.leads = true; // its own words come back to it
    setTriggerValue("word", { playing: !film.paused, at: film.currentTime });
  };
  film.onplay = film.onpause = film.onseeked = tell;
  if (data.remote) film.muted = true; // the sound comes from the projector
  if (data.obey && data.obey.turn !== player.turn && !player.leads) {
    player.turn = data.obey.turn;
    player.obeying = Date.now() + 1000; // what follows is not somebody's hand
    obey(film, data.obey, player.say, data.words);
  }
}

function el(tag, text, cls) {
  const node = document.createElement(tag);
  if (text) node.textContent = text;
  if (cls) node.className = cls;
  return node;
}

function link(text, address, download) {
  const node = el("a", text);
  node.href = address;
  node.target = "_blank";
  node.rel = "noopener noreferrer";
  if (download) node.download = "";
  return node;
}

function build(root, data) {
  root.replaceChildren();
  root.classList.toggle("big", data.big);
  const note = el("p", "", "note");
  note.setAttribute("role", "status");
  const say = (text, ...more) => {
    note.textContent = text;
    note.append(...more);
  };
  const made = { picture, pdf, link: web, video: film, audio: film }[data.kind](data, say);
  root.append(made, note);
  return { say, film: made.matches("video, audio") ? made : null };
}

function picture(data, say) {
  const node = el("img");
  node.alt = data.title;
  node.onerror = () => broken(data, say);
  node.src = data.address;
  return node;
}

function pdf(data, say) {
  if (navigator.pdfViewerEnabled === false) {
    say(`${data.words.no_pdf} `);
    return link(data.words.download, `${data.address}?download=1`, true);
  }
  const node = el("iframe");
  node.title = data.title;
  node.src = data.address;
  say("", link(data.words.own_window, data.address));
  return node;
}

function web(data, say) {
  say(data.words.internet);
  return link(data.words.open, data.address);
}

function film(data, say) {
  // a sound with subtitles is played as a video without a picture: only that shows them
  const node = el(data.kind === "audio" && !data.tracks.length ? "audio" : "video", "", data.kind);
  node.controls = true;
  node.preload = "metadata";
  node.playsInline = true;
  if (data.poster) node.poster = data.poster;
  node.setAttribute("aria-label", data.title);
  data.tracks.forEach((track, place) => {
    const line = el("track");
    Object.assign(line, { kind: "captions", label: track.language, src: track.address, default: place === 0 });
    node.append(line);
  });
  node.addEventListener("error", () => broken(data, say));
  node.addEventListener("loadedmetadata", () => {
    for (const [place, track] of [...node.textTracks].entries()) track.mode = place ? "disabled" : "showing";
    if (data.kind === "video" && !node.videoWidth) unplayable(data, say); // only its sound can be decoded
  });
  node.src = data.address;
  return node;
}

async function broken(data, say) {
  let there = null;
  try {
    there = await fetch(data.address, { method: "HEAD" });
  } catch {
    /* no line */
  }
  if (!there) say(data.words.offline);
  else if (!there.ok) say(data.words.gone);
  else unplayable(data, say);
}

function unplayable(data, say) {
  const type = data.mime && !document.createElement("video").canPlayType(data.mime) ? data.words.type : "";
  say(
    `${[type, data.words.unplayable].filter(Boolean).join(" ")} `,
    link(data.words.download, `${data.address}?download=1`, true),
  );
}

function obey(node, wanted, say, words) {
  const go = () => {
    const slack = wanted.playing ? 0.7 : 0.05; // seconds: one that runs need not jump for the time that the news took
    if (Math.abs(node.currentTime - wanted.at) > slack) node.currentTime = wanted.at;
    if (!wanted.playing) return node.pause();
    node.play().then(
      () => say(""),
      (why) => {
        if (why.name === "NotAllowedError") say(words.click);
      },
    );
  };
  if (node.readyState > 0) go();
  else node.addEventListener("loadedmetadata", go, { once: true });
}
