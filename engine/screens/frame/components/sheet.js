// Puts the live sheet of a group on the page. The sheet is a script of the server that knows nothing of Streamlit:
// it is given an element, its addresses, and what to do when the facilitator has moved the room. It stays as it is
// while the page around it is drawn again.
const sheets = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  let sheet = sheets.get(parentElement);
  if (sheet?.address !== data.address) {
    sheet?.close();
    sheet = new Sheet(parentElement.querySelector(".sheet"), data);
    sheets.set(parentElement, sheet);
  }
  sheet.moved = () => setTriggerValue("moved", Date.now());
  return () => {
    sheet.close();
    sheets.delete(parentElement);
  };
}

class Sheet {
  constructor(element, data) {
    this.address = data.address;
    this.mounted = this.mount(element, data);
  }

  async mount(element, { script, ...options }) {
    const { mount } = await import(new URL(script, location.origin));
    return mount(element, options, { moved: () => this.moved() });
  }

  async close() {
    (await this.mounted).close();
  }
}
