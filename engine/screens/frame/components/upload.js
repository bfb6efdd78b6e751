// Sends a file to the server while it tells how far it is. The upload goes on while other pages are looked at.
globalThis.goingUploads ??= new Map(); // outlives this module, which may be loaded again
const going = globalThis.goingUploads; // address -> the upload under way, or its last word
const HEAD = 4096; // bytes that tell the server what a file is
const ENDING = /\.[^.]*$/;
const BETWEEN_WORDS = /[_-]+/g;
const FILM = /\.(mp4|m4v|mov|qt|webm|mkv|avi)$/i;

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".upload");
  const isNew = root.dataset.address !== data.address;
  if (isNew) build(root, data);
  const known = going.get(data.address);
  const isOver = isNew && known?.tone === "good"; // somebody comes back to add another file
  const upload = known && !isOver ? known : start(data.address);
  upload.words = data.words;
  upload.draw = () => draw(root, upload);
  upload.draw();
}

function start(address) {
  const upload = { share: null, said: "", tone: "" };
  going.set(address, upload);
  return upload;
}

function el(tag, attributes, ...children) {
  const node = Object.assign(document.createElement(tag), attributes);
  node.append(...children);
  return node;
}

function build(root, data) {
  root.dataset.address = data.address;
  const file = el("input", { type: "file", id: "file", accept: data.accept });
  const form = el(
    "form",
    { noValidate: true },
    el("label", { htmlFor: "file", textContent: data.words.file }),
    file,
    el("p", { className: "hint warning" }),
    ...data.fields.flatMap(field),
    buttons(data),
    ...progress(data),
  );
  file.onchange = () => look(file.files[0], form, data);
  form.onsubmit = (event) => {
    event.preventDefault();
    send(data, form, going.get(data.address));
  };
  root.replaceChildren(form);
}

function field({ name, label, hint, limit }) {
  const box = el("input", { id: name, name, dir: "auto", maxLength: limit, autocomplete: "off" });
  box.setAttribute("aria-describedby", `${name}-hint`);
  return [
    el("label", { htmlFor: name, textContent: label }),
    box,
    el("p", { className: "hint", id: `${name}-hint`, textContent: hint }),
  ];
}

function buttons({ address, words }) {
  const cancel = el("button", { type: "button", className: "cancel", textContent: words.cancel });
  cancel.onclick = () => going.get(address).stop?.();
  return el("div", { className: "buttons" }, el("button", { className: "send", textContent: words.send }), cancel);
}

function progress({ words }) {
  const bar = el("progress", { max: 1 });
  bar.setAttribute("aria-label", words.sending);
  const status = el("p", { className: "status" });
  status.setAttribute("role", "status");
  return [bar, status];
}

// A file was chosen: its name is a guess at its title, and a film is tried here before it travels.
function look(file, form, data) {
  const warning = form.querySelector(".warning");
  warning.textContent = "";
  if (!file || !data.asks) return;
  guessTitle(form.elements.title, file);
  if (!FILM.test(file.name)) return;
  tryFilm(file, () => {
    warning.textContent = data.words.unplayable;
  });
}

function guessTitle(title, file) {
  if (title.value && title.value !== title.dataset.guess) return; // somebody typed another
  title.value = file.name.replace(ENDING, "").replace(BETWEEN_WORDS, " ").slice(0, title.maxLength);
  title.dataset.guess = title.value;
}

function tryFilm(file, warn) {
  const trial = el("video", { preload: "metadata", muted: true });
  trial.onerror = warn;
  trial.onloadedmetadata = () => {
    if (!trial.videoWidth) warn();
    URL.revokeObjectURL(trial.src);
  };
  trial.src = URL.createObjectURL(file);
}

async function send(data, form, upload) {
  const file = form.elements.file.files[0];
  if (upload.share !== null) return;
  if (!file) {
    end(upload, upload.words.choose, "problem");
    return;
  }
  const about = new URLSearchParams({ name: file.name, bytes: file.size });
  for (const { name } of data.fields) about.set(name, form.elements[name].value);
  Object.assign(upload, { share: 0, said: upload.words.sending, tone: "" });
  upload.draw();
  const problem = await problemWith(data, about, file, upload);
  if (problem) {
    end(upload, problem, "problem");
    return;
  }
  form.reset();
  end(upload, upload.words.added, "good");
}

function end(upload, said, tone) {
  Object.assign(upload, { said, tone, share: null, stop: null });
  upload.draw();
}

// Sends the file and gives what went wrong, or an empty text. The server is asked first whether it would take the
// file, and again when the line broke: it may have refused in the middle, which a browser does not let us read.
async function problemWith(data, about, file, upload) {
  const ask = () => (data.asks ? asked(data, about, file, upload) : "");
  const refused = await ask();
  if (refused) return refused;
  const problem = await sendAll(`${data.address}?${about}`, file, upload);
  return problem ?? ((await ask()) || upload.words.offline);
}

async function asked(data, about, file, upload) {
  try {
    const reply = await fetch(`${data.address}/ask?${about}`, { method: "POST", body: file.slice(0, HEAD) });
    return (await reply.json()).problem || "";
  } catch {
    return upload.words.offline;
  }
}

// Gives an empty text when all went well, what to tell the person, or null when the line broke.
function sendAll(address, file, upload) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    const stay = (event) => event.preventDefault(); // the browser asks before it leaves the page
    window.addEventListener("beforeunload", stay);
    request.onloadend = () => window.removeEventListener("beforeunload", stay);
    request.upload.onprogress = (event) => progressed(upload, event.loaded / event.total);
    request.onload = () => done(request.status === 200 ? "" : problemIn(request.responseText));
    request.onerror = () => done(null);
    request.onabort = () => done(upload.words.cancelled);
    upload.stop = () => request.abort();
    request.open("POST", address);
    request.send(file);
  });
}

function progressed(upload, share) {
  upload.share = share;
  if (share < 1) {
    upload.said = upload.words.percent.replace("{percent}", Math.floor(100 * share));
  } else {
    upload.said = upload.words.settling;
    upload.stop = null; // the server has it all, and keeps it
  }
  upload.draw();
}

function problemIn(reply) {
  try {
    return JSON.parse(reply).problem || null;
  } catch {
    return null; // not from our server
  }
}

function draw(root, upload) {
  const isGoing = upload.share !== null;
  const find = (what) => root.querySelector(what);
  for (const box of root.querySelectorAll("input, .send")) box.disabled = isGoing;
  find(".cancel").hidden = !upload.stop;
  find("progress").hidden = !isGoing;
  find("progress").value = upload.share || 0;
  find(".status").textContent = upload.said;
  find(".status").className = `status ${upload.tone}`;
  if (!isGoing && upload.tone === "good") find(".warning").textContent = "";
}
