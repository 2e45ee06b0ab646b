### Vloge in pripombe: obrazec, potrdilo, spremljanje.

comments-form-title = Vaša pripomba
comments-form-crumb = Pripomba
comments-form-lead = Računa ne potrebujete. Oddate lahko do { $deadline }.
comments-form-place = Na kaj se nanaša
comments-form-revision = različica { $number } z dne { $day }
comments-form-back = Nazaj k besedilu
comments-form-submit = Oddaj pripombo
comments-form-after = Na e-pošto dobite povezavo za potrditev. Če oddate zdaj, jo potrdite do { $deadline }. Velja čas oddaje, ne čas potrditve.
comments-form-our-fault = Ničesar vam ni treba popravljati: pripomba je še na tej strani, takšna, kot ste jo napisali. Čez minuto še enkrat pritisnite »{ $button }«.

comments-field-kind = Vrsta pripombe

comments-kind-general = Splošna
comments-kind-general-hint = o smeri ali namenu
comments-kind-content = Vsebinska
comments-kind-content-hint = o cilju, ukrepu, številki ali roku
comments-kind-wording = Jezikovna
comments-kind-wording-hint = o izrazu ali napaki

comments-field-body = Pripomba
comments-field-body-hint = Kaj je narobe ali kaj manjka in zakaj. Ne pišite o zdravju ali stiskah oseb, ki jih je mogoče prepoznati.
comments-field-proposed-text = Predlagano besedilo
comments-field-proposed-text-hint = Napišite odlomek tako, kot naj bi se glasil.
comments-field-submitter-kind = Kdo oddaja

comments-submitter-individual = Posameznik ali posameznica
comments-submitter-organisation = Organizacija
comments-submitter-organisation-hint = ime organizacije je vedno javno
comments-submitter-short-individual = posameznik/ca
comments-submitter-short-organisation = organizacija
comments-submitter-unnamed = vlagatelj/ica brez objavljenega imena

comments-field-organisation = Ime organizacije
comments-field-organisation-hint = Samo če oddaja organizacija.
comments-field-name = Ime in priimek
comments-field-name-hint = Pri organizaciji oseba, ki oddaja; njeno ime ni objavljeno.
comments-field-publish-name = Ob pripombi objavite moje ime
comments-field-publish-name-hint = sicer piše »vlagatelj/ica brez objavljenega imena«
comments-field-email = E-poštni naslov
comments-field-email-hint = Za potrditev, potrdilo in odgovor. Nikoli ni objavljen.

comments-privacy-title = Kaj se zgodi s podatki
comments-privacy-text = Besedilo pripombe postane javno ob objavi stališč in ostane v registru.
comments-privacy-person = Ime, če ga ne objavite, in e-poštni naslov vidijo samo osebe, ki vodijo obravnavo.
comments-privacy-more = Več:

comments-closed-title = Rok za pripombe je potekel
comments-closed-lead = Iztekel se je v { $deadline }. Te vloge nismo mogli sprejeti.
comments-closed-not-open-title = Obravnava še ni odprta
comments-closed-not-open-lead = Odpre se v { $opening }.
comments-closed-typed = Besedilo vam vračamo v celoti. Kopirajte ga, če ga želite poslati po drugi poti.
comments-closed-back = Nazaj k obravnavi
comments-closed-contact = Če ste oddajo začeli pravočasno in vas je ovirala napaka, nam pišite:

comments-error-kind = Izberite vrsto pripombe
comments-error-body = Napišite pripombo
comments-error-submitter-kind = Izberite, kdo oddaja
comments-error-name = Vpišite ime in priimek
comments-error-organisation = Vpišite ime organizacije
comments-error-email-same = Na ta naslov smo sporočilo že poslali
comments-error-key-used = Iz tega obrazca ste vlogo že oddali, vendar z drugačno vsebino. Če želite oddati tudi to, pritisnite gumb še enkrat. Obravnavamo samo vloge, ki jih potrdite
comments-error-too-long = Besedilo naj ima največ { $most } znakov

comments-channel-web = splet
comments-channel-by-web = po spletu
comments-channel-email = e-pošta
comments-channel-by-email = po e-pošti
comments-channel-post = pošta
comments-channel-by-post = po pošti
comments-channel-in-person = osebno
comments-channel-by-in-person = osebno
comments-channel-hearing = okrogla miza
comments-channel-by-hearing = na okrogli mizi
comments-channel-import = uvoz
comments-channel-by-import = z uvozom

comments-tracking-over = Vloga
comments-tracking-over-new = Potrdilo o prejemu
comments-tracking-lead-waiting = Vaša pripomba je prejeta. Potrdite jo s povezavo v e-poštnem sporočilu do { $deadline }.
comments-tracking-lead-expired = Vaša pripomba je prejeta, vendar ni bila potrjena do { $deadline }. Ne štejemo je in je ne obravnavamo.
comments-tracking-lead-confirmed = Vaša pripomba je prejeta in potrjena. Shranite to potrdilo ali ga natisnite.
comments-tracking-lead-released = Delovna skupina je odgovorila. Odločitev in razlog sta pri pripombi.
comments-tracking-confirm-title = Potrdite e-poštni naslov
comments-tracking-confirm-lead = Dokler je ne odprete in pritisnete gumba, vloge ne štejemo in ne obravnavamo. Velja čas oddaje, ne čas potrditve.

comments-address-sent-to = Povezavo smo poslali na naslov
comments-address-again-lead = Sporočila ni? Preverite tudi vsiljeno pošto.
comments-address-again-submit = Pošlji še enkrat
comments-address-correct-summary = Naslov ni pravi
comments-address-correct = Pravi e-poštni naslov
comments-address-correct-hint = Popravite ga lahko enkrat. Povezave v prejšnjem sporočilu in naslov te strani potem ne veljajo več.
comments-address-correct-submit = Popravi in pošlji

comments-tracking-received-title = Kaj smo prejeli
comments-tracking-consultation = Javna obravnava
comments-tracking-received = Prejeto
comments-tracking-in-time = v roku
comments-tracking-late = po roku
comments-tracking-channel = Pot prispetja
comments-tracking-submitter = Vlagatelj
comments-tracking-organisation = organizacija { $name }, ime je javno
comments-tracking-named = { $name }, ime bo objavljeno
comments-tracking-unnamed = posameznik/ca, ime ne bo objavljeno
comments-tracking-confirmation = Potrditev
comments-tracking-is-confirmed = naslov je potrjen
comments-tracking-is-waiting = čaka na potrditev naslova
comments-tracking-is-expired = rok za potrditev naslova je potekel
comments-tracking-state-unconfirmed = čaka na vašo potrditev
comments-tracking-state-expired = ni potrjeno, ne obravnavamo
comments-tracking-state-received = prejeto, delovna skupina jo bo obravnavala
comments-tracking-state-in-work = delovna skupina pripravlja stališče
comments-tracking-state-released = stališče je objavljeno
comments-tracking-next-title = Kaj sledi
comments-tracking-next-confirm = Odprite e-poštno sporočilo in potrdite oddajo.
comments-tracking-next-answer = Delovna skupina odgovori na vsako pripombo.
comments-tracking-next-answer-by = Delovna skupina odgovori na vsako pripombo, predvidoma do { $day }.
comments-tracking-next-release = Ko so stališča objavljena, vam pošljemo odgovor.
comments-tracking-back = Nazaj k obravnavi
comments-tracking-private = Naslov te strani poznate samo vi. Kdor ga dobi, vidi vašo vlogo.

comments-confirm-title = Potrdite oddajo
comments-confirm-lead = Vlogo smo prejeli: { $moment }. S klikom potrdite, da ste jo oddali vi.
comments-confirm-until = To lahko storite do { $deadline }.
comments-confirm-submit = Potrdi oddajo
comments-confirm-tracking = Odpri svojo vlogo
comments-confirm-done-title = Oddaja je potrjena
comments-confirm-done-lead = Hvala. Delovna skupina bo obravnavala vašo pripombo.
comments-confirm-expired-title = Povezava ne velja več
comments-confirm-expired-lead = Rok za potrditev je potekel. Pišite nam, če želite, da vlogo kljub temu obravnavamo.

comments-outcome-title = Stališče delovne skupine:
comments-outcome-change = Sprememba besedila
comments-outcome-unchanged = Brez spremembe besedila
