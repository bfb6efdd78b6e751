// Sends a file to the server while it tells how far it is. The upload goes on while other pages are looked at.
globalThis.goingUploads ??= new Map(); // outlives this module, which may be loaded again
const going = globalThis.goingUploads; // address -> the upload under way, or its last word
const HEAD = 4096; // bytes that tell the server what a file is

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".upload");
  const isNew = root.dataset.address !== data.address;
  if (isNew) build(root, data);
  const upload =
    ((!isNew || going.get(data.address)?.tone !== "good") && going.get(data.address)) || start(data.address);
  upload.words = data.words;
  upload.draw = () => draw(root, upload);
  upload.draw();
}

function start(address) {
  const upload = { share: null, said: "", tone: "", draw: () => {} };
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
  );
  for (const field of data.fields) {
    const box = el("input", {
      id: field.name,
      name: field.name,
      dir: "auto",
      maxLength: field.limit,
      autocomplete: "off",
    });
    box.setAttribute("aria-describedby", `${field.name}-hint`);
    form.append(
      el("label", { htmlFor: field.name, textContent: field.label }),
      box,
      el("p", { className: "hint", id: `${field.name}-hint`, textContent: field.hint }),
    );
  }
  const cancel = el("button", { type: "button", className: "cancel", textContent: data.words.cancel });
  cancel.onclick = () => going.get(data.address).stop?.();
  const status = el("p", { className: "status" });
  status.setAttribute("role", "status");
  const bar = el("progress", { max: 1 });
  bar.setAttribute("aria-label", data.words.sending);
  form.append(
    el("div", { className: "buttons" }, el("button", { className: "send", textContent: data.words.send }), cancel),
    bar,
    status,
  );
  file.onchange = () => look(file.files[0], form, data);
  form.onsubmit = (event) => {
    event.preventDefault();
    send(data, form, going.get(data.address));
  };
  root.replaceChildren(form);
}

function look(file, form, data) {
  const title = form.elements.title,
    warning = form.querySelector(".warning");
  warning.textContent = "";
  if (!file) return;
  if (data.asks && (!title.value || title.value === title.dataset.guess)) {
    title.value = title.dataset.guess = file.name
      .replace(/\.[^.]*$/, "")
      .replace(/[_-]+/g, " ")
      .slice(0, title.maxLength);
  }
  if (!data.asks || !/\.(mp4|m4v|mov|qt|webm|mkv|avi)$/i.test(file.name)) return;
  const trial = el("video", { preload: "metadata", muted: true });
  const warn = () => {
    warning.textContent = data.words.unplayable;
  };
  trial.onerror = warn;
  trial.onloadedmetadata = () => {
    if (!trial.videoWidth) warn();
    URL.revokeObjectURL(trial.src);
  };
  trial.src = URL.createObjectURL(file);
}

async function send(data, form, upload) {
  const file = form.elements.file.files[0];
  const say = (said, tone) => {
    Object.assign(upload, { said, tone, share: null, stop: null });
    upload.draw();
  };
  if (upload.share !== null) return;
  if (!file) return say(upload.words.choose, "problem");
  const about = new URLSearchParams({ name: file.name, bytes: file.size });
  for (const field of data.fields) about.set(field.name, form.elements[field.name].value);
  Object.assign(upload, { share: 0, said: upload.words.sending, tone: "" });
  upload.draw();
  let problem = data.asks ? await ask(data, about, file, upload) : "";
  if (!problem) problem = await sendAll(`${data.address}?${about}`, file, upload);
  if (problem === null) problem = (data.asks && (await ask(data, about, file, upload))) || upload.words.offline;
  if (problem) return say(problem, "problem");
  form.reset();
  say(upload.words.added, "good");
}

async function ask(data, about, file, upload) {
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
    const stay = (event) => event.preventDefault();
    const end = (problem) => {
      window.removeEventListener("beforeunload", stay);
      done(problem);
    };
    window.addEventListener("beforeunload", stay);
    request.upload.onprogress = (event) => {
      upload.share = event.loaded / event.total;
      if (upload.share >= 1) upload.stop = null; // the server has it all, and keeps it
      upload.said =
        upload.share < 1
          ? upload.words.percent.replace("{percent}", Math.floor(100 * upload.share))
          : upload.words.settling;
      upload.draw();
    };
    request.onload = () => {
      let said = {};
      try {
        said = JSON.parse(request.responseText);
      } catch {
        /* not from our server */
      }
      end(request.status === 200 ? "" : said.problem || null);
    };
    request.onerror = () => end(null);
    request.onabort = () => end(upload.words.cancelled);
    upload.stop = () => request.abort();
    request.open("POST", address);
    request.send(file);
  });
}

function draw(root, upload) {
  const isGoing = upload.share !== null,
    find = (what) => root.querySelector(what);
  for (const box of root.querySelectorAll("input, .send")) box.disabled = isGoing;
  find(".cancel").hidden = !upload.stop;
  find("progress").hidden = !isGoing;
  find("progress").value = upload.share || 0;
  find(".status").textContent = upload.said;
  find(".status").className = `status ${upload.tone}`;
  if (!isGoing && upload.tone === "good") find(".warning").textContent = "";
}
