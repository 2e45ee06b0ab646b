### Besedila sporočil in predal predstavitve.

mail-from = Javne obravnave

mail-greeting = Pozdravljeni,

mail-thanks = Hvala, da sodelujete.

mail-contact = Vprašanja:

mail-tracking-link = Spremljajte svojo vlogo

mail-unsubscribe = Odjava z enim klikom

mail-why-submission = To sporočilo ste dobili, ker ste ob oddaji vloge { $reference } navedli ta e-poštni naslov.
mail-why-confirmation = To sporočilo ste dobili, ker je nekdo vpisal ta naslov v obrazec za naročilo na obvestila.
mail-why-consultation = To sporočilo ste dobili, ker ste naročeni na obvestila o tej obravnavi.
mail-why-authority = To sporočilo ste dobili, ker ste naročeni na obvestila o vseh obravnavah.

mail-confirm-submission-subject = Potrdite oddajo vloge { $reference }
mail-confirm-submission-title = Potrdite oddajo
mail-confirm-submission-lead = v javni obravnavi »{ $title }« smo prejeli vašo vlogo { $reference }. Čas prejema: { $moment }.
mail-confirm-submission-ask = Da jo lahko obravnavamo, potrdite, da ste jo oddali vi:
mail-confirm-submission-button = Potrdi oddajo
mail-confirm-submission-time = Velja čas oddaje, ne čas potrditve.
mail-confirm-submission-not-me = Če vloge niste oddali vi, sporočilo prezrite; brez potrditve je ne obravnavamo.

mail-submission-received-subject = Potrdilo o prejemu vloge { $reference }
mail-submission-received-title = Vaša vloga je potrjena
mail-submission-received-lead = vaša vloga { $reference } v javni obravnavi »{ $title }« je potrjena. Čas prejema: { $moment }.
mail-submission-received-next = Delovna skupina bo odločila o vsaki pripombi. Ko bodo stališča objavljena, vam pošljemo odgovor.
mail-submission-received-next-by = Delovna skupina bo odločila o vsaki pripombi, predvidoma do { $day }. Ko bodo stališča objavljena, vam pošljemo odgovor.

mail-responses-released-subject = Odgovor na vašo vlogo { $reference }
mail-responses-released-title = Odgovor na vašo vlogo
mail-responses-released-lead = { $count ->
    [one] delovna skupina je odločila o vaši pripombi v vlogi { $reference } v javni obravnavi »{ $title }«.
    [two] delovna skupina je odločila o vaših pripombah v vlogi { $reference } v javni obravnavi »{ $title }«.
    [few] delovna skupina je odločila o vaših pripombah v vlogi { $reference } v javni obravnavi »{ $title }«.
   *[other] delovna skupina je odločila o vaših pripombah v vlogi { $reference } v javni obravnavi »{ $title }«.
}
mail-responses-released-new-text = Besedilo se zdaj glasi:
mail-responses-released-register = Vse pripombe in stališča v registru

mail-confirm-subscription-subject = Potrdite naročilo na obvestila: { $subject }
mail-confirm-subscription-title = Potrdite naročilo
mail-confirm-subscription-lead = prejeli smo prošnjo, da na ta naslov pošiljamo obvestila: { $subject }.
mail-confirm-subscription-button = Potrdi naročilo
mail-confirm-subscription-ignore = Če tega niste želeli, sporočilo prezrite. Obvestil ne bo.

mail-already-subscribed-subject = Na obvestila ste že naročeni: { $subject }
mail-already-subscribed-title = Naročilo že imate
mail-already-subscribed-lead = na ta naslov že pošiljamo obvestila: { $subject }. Ničesar vam ni treba storiti.

mail-notice-test = [Preizkus] { $subject }
mail-notice-read = Odprite javno obravnavo
mail-notice-deadline = Rok za pripombe se izteče v { $deadline }.

mail-mailbox-title = Predal sporočil
mail-mailbox-lead = Sporočila, ki bi jih ta namestitev poslala. Na predstavitvi ostanejo tukaj.
mail-mailbox-empty = Predal je prazen.
mail-mailbox-from = Od
mail-mailbox-to = Za
mail-mailbox-sent = Poslano
mail-mailbox-links = Povezave v sporočilu
