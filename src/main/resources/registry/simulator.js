// Fetches the list again whenever the server says that it has changed.
const list = document.getElementById("entries");
const live = document.getElementById("live");
const events = new EventSource("/events");
events.onopen = () => { live.textContent = "自動で更新しています"; };
events.onerror = () => { live.textContent = "つながっていません。再接続しています…"; };
events.onmessage = async () => {
  const answer = await fetch("/entries");
  if (answer.ok) list.innerHTML = await answer.text();
};
