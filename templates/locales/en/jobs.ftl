# Long work that goes on by itself.

jobs-title = Work in progress
jobs-kind-release = Release of responses
jobs-kind-release-mails = Messages to submitters after the release
jobs-progress = { $part } of { $total }
jobs-waiting = The work has not begun yet.
jobs-ending = The work will end soon.
jobs-cancelled = The work was ended. What was done stays.
jobs-begun = Begun: { $moment }
jobs-cancel = End it
jobs-look-again = Refresh
jobs-error-tried-too-often = The work did not succeed, not even after several tries, and does not go on. Begin it anew or tell whoever runs the server.
