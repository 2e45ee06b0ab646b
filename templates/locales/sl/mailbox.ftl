### Predstavitev: poštni predal.

mailbox-title = Predal sporočil
mailbox-lead = Sporočila, ki bi jih ta namestitev poslala. Na predstavitvi ostanejo tukaj.
mailbox-empty = Predal je prazen.
mailbox-from = Od
mailbox-to = Za
mailbox-sent = Poslano
mailbox-links = Povezave v sporočilu
