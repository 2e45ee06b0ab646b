### A demonstration: its mailbox.

demo-mailbox-title = Mailbox
demo-mailbox-lead = Emails this installation would have sent. On a demonstration they stay here.
demo-mailbox-empty = The mailbox is empty.
demo-mailbox-from = From
demo-mailbox-to = To
demo-mailbox-sent = Sent
demo-mailbox-links = Links in the email
