import os

from made import Client
from made.api.events import get_event
from made.api.feeds import get_feed
from made.models import Problem

client = Client(base_url=os.environ["SERGI_URL"])
for card in get_feed.sync(client=client, locale="az", limit=3).items:
    print(card.title)
refusal = get_event.sync(client=client, id_or_slug="no-such-event")
print(refusal.code if isinstance(refusal, Problem) else "no refusal")
