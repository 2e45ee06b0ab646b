### A demonstration: its mailbox.

mailbox-title = Mailbox
mailbox-lead = Emails this installation would have sent. On a demonstration they stay here.
mailbox-clock = The clock of the demonstration
mailbox-clock-later =
    { $count ->
        [one] { $count } day later
       *[other] { $count } days later
    }
mailbox-clock-hint = Move it to open or close a window. Sessions last 12 hours, so sign in again afterwards. After a restart the clock is right again.
mailbox-empty = The mailbox is empty.
mailbox-from = From
mailbox-to = To
mailbox-sent = Sent
mailbox-links = Links in the email
