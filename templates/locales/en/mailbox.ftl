### A demonstration: its mailbox.

mailbox-title = Mailbox
mailbox-lead = Emails this installation would have sent. On a demonstration they stay here.
mailbox-empty = The mailbox is empty.
mailbox-from = From
mailbox-to = To
mailbox-sent = Sent
mailbox-links = Links in the email
