### Predstavitev: poštni predal.

mailbox-title = Predal sporočil
mailbox-lead = Sporočila, ki bi jih ta namestitev poslala. Na predstavitvi ostanejo tukaj.
mailbox-clock = Ura predstavitve
mailbox-clock-later =
    { $count ->
        [one] { $count } dan naprej
        [two] { $count } dneva naprej
        [few] { $count } dnevi naprej
       *[other] { $count } dni naprej
    }
mailbox-clock-hint = Premaknite jo, da se rok odpre ali zapre. Prijave veljajo 12 ur, zato se potem prijavite znova. Ob novem zagonu je ura spet prava.
mailbox-empty = Predal je prazen.
mailbox-from = Od
mailbox-to = Za
mailbox-sent = Poslano
mailbox-links = Povezave v sporočilu
