// Questions to the server.
const PATIENCE = 8000; // ms that an answer may take; a line may be dead without anybody telling

// What the server says, which may be {problem}; null when it says nothing that can be understood.
export async function ask(address, message) {
  try {
    const reply = await fetch(address, { ...(message && posted(message)), signal: AbortSignal.timeout(PATIENCE) });
    const said = await reply.json();
    return reply.ok || said.problem ? said : null;
  } catch {
    return null;
  }
}

const posted = (message) => ({
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(message),
});
