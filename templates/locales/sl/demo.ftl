### Predstavitev: poštni predal.

demo-mailbox-title = Predal sporočil
demo-mailbox-lead = Sporočila, ki bi jih ta namestitev poslala. Na predstavitvi ostanejo tukaj.
demo-mailbox-empty = Predal je prazen.
demo-mailbox-from = Od
demo-mailbox-to = Za
demo-mailbox-sent = Poslano
demo-mailbox-links = Povezave v sporočilu
