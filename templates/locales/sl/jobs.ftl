# Daljše delo, ki teče samo od sebe.

jobs-title = Delo v teku
jobs-kind-release = Objava stališč
jobs-kind-release-mails = Sporočila vlagateljem po objavi
jobs-progress = { $part } od { $total }
jobs-waiting = Delo čaka na začetek.
jobs-ending = Delo se bo kmalu končalo.
jobs-cancelled = Delo je bilo prekinjeno. Kar je bilo narejeno, ostane.
jobs-begun = Začeto: { $moment }
jobs-cancel = Prekini
jobs-look-again = Osveži
jobs-error-tried-too-often = Delo ni uspelo niti po več poskusih in se ne nadaljuje. Začnite ga znova ali povejte skrbniku strežnika.
